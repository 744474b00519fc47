// Findings in words: title, place, time and what is odd, made of the server's numbers.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedFinding } from '#domain/findings-view.ts';
import type { Format } from '../../format.ts';
import { useFormat } from '../../i18n.ts';

export const STRENGTH_TONES = { 1: 'off', 2: 'notice', 3: 'strong' } as const;

export function useFindingWords() {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => ({
      titleOf: ({ kind }: NamedFinding) => t(`findings.${kind}.title`),
      strengthOf: ({ strength }: NamedFinding) => t(`findings.strength.${strength}`),
      whyOf: ({ kind, why }: NamedFinding) => t(`findings.${kind}.why`, figuresIn(why, format)),
      daysOf: ({ from, to }: NamedFinding) => (from === to ? format.day(from) : format.range({ from, to })),
      hoursOf: ({ hours }: NamedFinding) =>
        hours
          ? t(hours.from === hours.to ? 'integrity.hoursAt' : 'integrity.hoursBetween', { ...hours })
          : '',
    }),
    [t, format],
  );
}

/** Whole numbers as counts, others with the one decimal that the server rounds to. */
export function figuresIn(why: Record<string, number>, format: Format): Record<string, string> {
  const text = (n: number) => (Number.isInteger(n) ? format.count(n) : format.decimal(n).replace(/0$/, ''));
  return Object.fromEntries(Object.entries(why).map(([name, n]) => [name, text(n)]));
}
