// Chooses a reporting period by name, and says what its figures are worth.
import { NativeSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay } from '#domain/days.ts';
import {
  type ClosingDay,
  PERIOD_KINDS,
  type Period,
  type PeriodKind,
  periodContaining,
  periodKey,
  previousPeriod,
  readPeriodKey,
} from '#domain/periods.ts';
import { useFormat } from '../../i18n.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { usePeriodName } from '../periods/names.tsx';
import { usePeriods } from '../periods/queries.ts';
import type { ReportFields } from './ReportDialog.tsx';

/** How many of each kind can be chosen, the running one first. */
const LISTED: Record<PeriodKind, number> = { month: 14, quarter: 6, half: 4, year: 3 };

export function PeriodChoice() {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { closingDay } = useSetUpInstallation();
  const { register, control } = useFormContext<ReportFields>();
  const chosen = useWatch({ control, name: 'period' });
  const groups = useMemo(() => recentPeriods(chosen, closingDay), [chosen, closingDay]);
  return (
    <NativeSelect
      label={t('reports.period')}
      description={<Standing period={chosen} />}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={groups.map(({ kind, periods }) => ({
        group: t(`periods.kinds.${kind}`),
        items: periods.map((period) => ({
          value: periodKey(period),
          label: `${nameOf(period)} (${format.range({ from: formatDay(period.from), to: formatDay(period.to) })})`,
        })),
      }))}
      {...register('period')}
    />
  );
}

/** The newest of each kind, and the one that is chosen if it is older. */
function recentPeriods(chosen: string, closing: ClosingDay): { kind: PeriodKind; periods: Period[] }[] {
  const asked = readPeriodKey(chosen, closing);
  return PERIOD_KINDS.map((kind) => {
    const periods = [periodContaining(kind, dayOf(Date.now()), closing)];
    while (periods.length < LISTED[kind]) {
      const last = periods.at(-1);
      if (!last) break;
      periods.push(previousPeriod(last, closing));
    }
    const isOlder = asked?.kind === kind && !periods.some((each) => periodKey(each) === chosen);
    return { kind, periods: asked && isOlder ? [...periods, asked] : periods };
  });
}

function Standing({ period: key }: { period: string }) {
  const { t } = useTranslation();
  const { data } = usePeriods(Number(key.slice(0, 4)));
  const period = data?.find((each) => each.key === key);
  return <span aria-live="polite">{period ? t(`reports.standing.${period.state}`) : '\u00a0'}</span>;
}
