// One reporting period: how far it is, its frozen figures, what came in afterwards, and each time that it was closed.
import { Anchor, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { PERIOD_STATES } from '#domain/periods.ts';
import { useFormat } from '../../i18n.ts';
import { useMay } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { Part } from '../../Part.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { CreateReport } from '../reports/CreateReport.tsx';
import { Checkpoint } from './Checkpoint.tsx';
import { Closures } from './Closures.tsx';
import { FrozenAgencies } from './FrozenAgencies.tsx';
import { Factors, Headline } from './FrozenFigures.tsx';
import { Late } from './Late.tsx';
import { stageOf, usePeriodName } from './names.tsx';
import { PeriodActions } from './PeriodActions.tsx';
import classes from './periods.module.css';
import { type PeriodDetails, usePeriod } from './queries.ts';

export default function PeriodPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { key = '' } = useParams();
  const { data, error, refetch } = usePeriod(key);
  return (
    <Page
      key={key}
      title={data ? nameOf(data) : t('nav.periods')}
      {...(data && { about: format.range(data) })}
      back={{ to: data ? `/periods?year=${data.year}` : '/periods', label: t('nav.periods') }}
      actions={data && <Actions period={data} />}
    >
      {data ? (
        <Stack gap="lg">
          {error && <ErrorPanel error={error} onRetry={refetch} />}
          <Steps period={data} />
          <Figures period={data} />
        </Stack>
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Page>
  );
}

function Actions({ period }: { period: PeriodDetails }) {
  const may = useMay('results.read') && stageOf(period) !== 'ahead';
  return (
    <>
      {may && <CreateReport period={period} />}
      <PeriodActions period={period} />
    </>
  );
}

/** Draft, closed, published, in words and in order. */
function Steps({ period }: { period: PeriodDetails }) {
  const { t } = useTranslation();
  const at = PERIOD_STATES.indexOf(period.state);
  return (
    <ol className={classes.steps} aria-label={t('periods.steps')}>
      {PERIOD_STATES.map((state, index) => (
        <li
          key={state}
          className={classes.step}
          data-reached={index <= at || undefined}
          aria-current={index === at ? 'step' : undefined}
        >
          <strong>{t(`periods.stages.${index === 0 ? stageOfDraft(period) : state}`)}</strong>
          <Text size="sm">{t(`periods.stepHints.${state}`)}</Text>
        </li>
      ))}
    </ol>
  );
}

const stageOfDraft = (period: PeriodDetails) => stageOf({ ...period, state: 'draft' });

function Figures({ period }: { period: PeriodDetails }) {
  const { t } = useTranslation();
  const { frozen, late } = period;
  if (!frozen)
    return (
      <>
        <NothingFrozen period={period} />
        <History period={period} />
      </>
    );
  return (
    <>
      <Headline results={frozen.results} />
      {late && <Late late={late} rate={frozen.results.overall.rate} period={period} />}
      <Factors results={frozen.results} />
      <Part title={t('periods.checkpoint.title')}>
        <Checkpoint note={frozen.checkpoint} closure={period.closures.at(-1)} />
      </Part>
      <History period={period} />
      <Part title={t('periods.agencies.title')}>
        <FrozenAgencies agencies={frozen.agencies} file={period.key} />
      </Part>
    </>
  );
}

function History({ period: { closures } }: { period: PeriodDetails }) {
  const { t } = useTranslation();
  if (closures.length === 0) return null;
  return (
    <Part title={t('periods.history.title')}>
      <Closures closures={closures} />
    </Part>
  );
}

function NothingFrozen({ period }: { period: PeriodDetails }) {
  const { t } = useTranslation();
  const stage = stageOf(period);
  const { from, to } = period;
  return (
    <Part title={t(`periods.nothing.${stage}.title`)}>
      <Stack gap="sm" align="flex-start">
        <Text maw="44rem">{t(`periods.nothing.${stage}.why`)}</Text>
        {stage !== 'ahead' && (
          <Anchor component={Link} to={`/results?from=${from}&to=${to}`}>
            {t('periods.nothing.toResults')}
          </Anchor>
        )}
      </Stack>
    </Part>
  );
}
