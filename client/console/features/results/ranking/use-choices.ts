// What the ranking can be narrowed to.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RANKING_GROUPS } from '#domain/agencies.ts';
import { isReal } from '#domain/comparison.ts';
import type { AgencyResults, AgencyRow } from '#domain/results.ts';
import { WEAK_BELOW } from '#domain/statistics.ts';
import type { Choice } from '../../../list/selection.ts';
import { sideOf } from '../beyond.ts';

const SAMPLES: Record<string, (row: AgencyRow) => boolean> = {
  enough: ({ n }) => n >= WEAK_BELOW,
  weak: ({ n }) => n > 0 && n < WEAK_BELOW,
  none: ({ n }) => n === 0,
};

const MOVES: Record<string, (row: AgencyRow) => boolean> = {
  up: (row) => movedFor(row) > 0,
  down: (row) => movedFor(row) < 0,
};

/** The change where it is real, else 0. */
function movedFor({ interval, previous, valueChange }: AgencyRow): number {
  return isReal(interval, previous.interval) ? (valueChange ?? 0) : 0;
}

export function useChoices(ranking: AgencyResults | undefined): Choice<AgencyRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const groups = RANKING_GROUPS.filter((group) => ranking?.agencies.some((row) => row.group === group));
    const options = (kind: 'samples' | 'moves' | 'places', values: string[]) =>
      values.map((value) => ({ value, label: t(`results.${kind}.${value}`) }));
    return [
      {
        id: 'group',
        label: t('results.group'),
        options: groups.map((group) => ({ value: group, label: t(`groups.${group}`) })),
        holds: (row, value) => row.group === value,
      },
      {
        id: 'moved',
        label: t('results.change.column'),
        options: options('moves', Object.keys(MOVES)),
        holds: (row, value) => MOVES[value]?.(row) ?? true,
      },
      {
        id: 'place',
        label: t('results.place'),
        options: options('places', ['above', 'below']),
        holds: (row, value) => ranking !== undefined && sideOf(row, ranking) === value,
      },
      {
        id: 'sample',
        label: t('results.sample'),
        options: options('samples', Object.keys(SAMPLES)),
        holds: (row, value) => SAMPLES[value]?.(row) ?? true,
      },
    ];
  }, [ranking, t]);
}
