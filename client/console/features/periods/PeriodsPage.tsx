// The reporting periods of a year: which run, which wait to be closed, which are closed and published.
import { Alert, Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { dayOf } from '#domain/days.ts';
import { PERIOD_KINDS, periodContaining } from '#domain/periods.ts';
import { useChange } from '../../address.ts';
import { useFormat } from '../../i18n.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { useMay } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { PeriodBadge, stageOf, usePeriodName } from './names.tsx';
import { PeriodActions } from './PeriodActions.tsx';
import classes from './periods.module.css';
import { type Period, usePeriods } from './queries.ts';

/** As far back and ahead as the server knows periods. */
const YEARS = { first: 2000, last: 2099 };

export default function PeriodsPage() {
  const { t } = useTranslation();
  const { closingDay } = useSetUpInstallation();
  const [params] = useSearchParams();
  const running = periodContaining('year', dayOf(Date.now()), closingDay).year;
  const asked = Number(params.get('year') ?? running);
  const year = asked >= YEARS.first && asked <= YEARS.last && Number.isInteger(asked) ? asked : running;
  const { data, error, refetch } = usePeriods(year);
  return (
    <Page title={t('nav.periods')} about={t('periods.about')}>
      <Stack gap="lg">
        <YearSwitch year={year} running={running} />
        {data ? (
          <>
            {error && <ErrorPanel error={error} onRetry={refetch} />}
            <Waiting periods={data} />
            {PERIOD_KINDS.map((kind) => (
              <Kind key={kind} kind={kind} periods={newestFirst(data, kind)} waiting={waitingOf(data)} />
            ))}
          </>
        ) : error ? (
          <ErrorPanel error={error} onRetry={refetch} />
        ) : (
          <LoadingPanel />
        )}
      </Stack>
    </Page>
  );
}

function YearSwitch({ year, running }: { year: number; running: number }) {
  const { t } = useTranslation();
  const change = useChange({ preventScrollReset: true });
  const turn = (to: number) => change({ year: to === running ? null : String(to) });
  return (
    <Group gap="sm" role="group" aria-label={t('periods.year')} className={classes.noPrint}>
      <Button variant="default" disabled={year <= YEARS.first} onClick={() => turn(year - 1)}>
        ← {year - 1}
      </Button>
      <Text fw={600} size="lg" role="status">
        {t('periods.inYear', { year })}
      </Text>
      <Button variant="default" disabled={year >= YEARS.last} onClick={() => turn(year + 1)}>
        {year + 1} →
      </Button>
    </Group>
  );
}

const newestFirst = (periods: Period[], kind: Period['kind']) =>
  periods.filter((period) => period.kind === kind).toReversed();

/** Of each kind the one that ended last, while it is a draft. */
function waitingOf(periods: Period[]): Period[] {
  return PERIOD_KINDS.flatMap((kind) => newestFirst(periods, kind).find(({ over }) => over) ?? []).filter(
    ({ state }) => state === 'draft',
  );
}

function Waiting({ periods }: { periods: Period[] }) {
  const { t } = useTranslation();
  const may = useMay('periods.write');
  const nameOf = usePeriodName();
  const waiting = waitingOf(periods);
  if (!may || waiting.length === 0) return null;
  return (
    <Alert
      color="yellow"
      title={t('periods.waiting', { names: waiting.map(nameOf).join(', ') })}
      role="status"
    >
      {t('periods.waitingHow')}
    </Alert>
  );
}

interface KindProps {
  kind: Period['kind'];
  periods: Period[];
  waiting: Period[];
}

function Kind({ kind, periods, waiting }: KindProps) {
  const { t } = useTranslation();
  return (
    <Paper withBorder component="section" aria-labelledby={`periods-${kind}`} className={classes.kind}>
      <Title order={2} size="h4" id={`periods-${kind}`} className={classes.kindTitle}>
        {t(`periods.kinds.${kind}`)}
      </Title>
      <ul className={classes.periods}>
        {periods.map((period) => (
          <Line key={period.key} period={period} waits={waiting.includes(period)} />
        ))}
      </ul>
    </Paper>
  );
}

function Line({ period, waits }: { period: Period; waits: boolean }) {
  const format = useFormat();
  const name = usePeriodName()(period);
  return (
    <li className={classes.period} data-ahead={stageOf(period) === 'ahead' || undefined}>
      <Anchor component={Link} to={`/periods/${period.key}`} fw={600} className={classes.name}>
        {name}
      </Anchor>
      <span className={classes.days}>{format.range(period)}</span>
      <span className={classes.badge}>
        <PeriodBadge period={period} waits={waits} />
      </span>
      <Note period={period} />
      <span className={classes.actions}>
        <PeriodActions period={period} listed />
      </span>
    </li>
  );
}

/** When it was closed and published, or that it was reopened. */
function Note({ period: { closures, state } }: { period: Period }) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = closures.at(-1);
  if (!last) return <span className={classes.note} />;
  const { closedAt, publishedAt, reopenedAt } = last;
  const words =
    state === 'draft' && reopenedAt
      ? t('periods.reopenedAt', { at: format.moment(reopenedAt) })
      : publishedAt
        ? t('periods.publishedAt', { at: format.moment(publishedAt) })
        : t('periods.closedAt', { at: format.moment(closedAt) });
  return <span className={classes.note}>{words}</span>;
}
