// What periods and their states are called.
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay } from '#domain/days.ts';
import type { PeriodKind } from '#domain/periods.ts';
import { StateBadge } from '../../StateBadge.tsx';
import type { Period } from './queries.ts';

const ROMAN = ['', 'I', 'II', 'III', 'IV'];

interface Named {
  kind: PeriodKind;
  year: number;
  index: number;
}

/** `Tháng 11 năm 2026` */
export function usePeriodName(): (period: Named) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ kind, year, index }) =>
      kind === 'half'
        ? t(`periods.names.half${index}`, { year })
        : t(`periods.names.${kind}`, { index: kind === 'quarter' ? ROMAN[index] : index, year }),
    [t],
  );
}

/** `tháng 11 năm 2026`, in the middle of a sentence. */
export function useNameInSentence(): (period: Named) => string {
  const nameOf = usePeriodName();
  return (period) => {
    const name = nameOf(period);
    return name.charAt(0).toLocaleLowerCase('vi') + name.slice(1);
  };
}

/** A draft runs, has ended, or has not begun: only the middle one waits for somebody. */
export type Stage = 'ahead' | 'running' | 'draft' | 'closed' | 'published';

export function stageOf({ state, over, from }: Pick<Period, 'state' | 'over' | 'from'>): Stage {
  if (state !== 'draft' || over) return state;
  return from > formatDay(dayOf(Date.now())) ? 'ahead' : 'running';
}

const TONES = { ahead: 'off', running: 'off', draft: 'off', closed: 'good', published: 'good' } as const;

interface PeriodBadgeProps {
  period: Pick<Period, 'state' | 'over' | 'from'>;
  /** It is time to close it. */
  waits: boolean;
}

export function PeriodBadge({ period, waits }: PeriodBadgeProps) {
  const { t } = useTranslation();
  const stage = stageOf(period);
  return <StateBadge tone={waits ? 'notice' : TONES[stage]}>{t(`periods.stages.${stage}`)}</StateBadge>;
}
