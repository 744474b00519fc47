// One agency: what it is, where it came from, what belongs to it, what was done to it.
import { Alert, Anchor, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useFormat } from '../../i18n.ts';
import { useMay } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { Part } from '../../Part.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { AgencyActions } from './AgencyActions.tsx';
import { AgencyHistory } from './AgencyHistory.tsx';
import { AgencyTouchpoints } from './AgencyTouchpoints.tsx';
import classes from './agencies.module.css';
import { type Agency, type AgencyDetails, isOpen, useAgencies, useAgency } from './queries.ts';

export default function AgencyPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useAgency(id);
  const mayWrite = useMay('agencies.write');
  const mayAudit = useMay('audit.read');
  return (
    <Page
      key={id}
      title={data?.name ?? t('nav.agencies')}
      {...(data && { about: t(`agencies.kinds.${data.kind}`) })}
      back={{ to: '/agencies', label: t('nav.agencies') }}
      actions={data && mayWrite && <AgencyActions agency={data} />}
    >
      {data ? (
        <Stack gap="lg">
          <Facts agency={data} />
          <Children agency={data} />
          <Part title={t('nav.touchpoints')}>
            <AgencyTouchpoints agency={data} />
          </Part>
          {mayAudit && (
            <Part title={t('agencies.history.title')}>
              <AgencyHistory id={data.id} />
            </Part>
          )}
        </Stack>
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Page>
  );
}

function Facts({ agency }: { agency: AgencyDetails }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useAgencies();
  const parent = data?.find(({ id }) => id === agency.parentId);
  const links = (agencies: AgencyDetails['predecessors']) =>
    agencies.length > 0 && <Links agencies={agencies} />;
  const day = (iso: string | null) => (iso === null ? null : format.day(iso));
  const facts: [string, ReactNode][] = [
    [t('agencies.columns.parent'), parent && <AgencyLink {...parent} />],
    [t('agencies.columns.nameEn'), agency.nameEn],
    [t('agencies.columns.unitCode'), agency.unitCode],
    [t('agencies.columns.agencyCode'), agency.agencyCode],
    [
      t('agencies.columns.yearlyTransactions'),
      agency.yearlyTransactions === null ? null : format.count(agency.yearlyTransactions),
    ],
    [t('agencies.columns.validFrom'), day(agency.validFrom)],
    [t('agencies.columns.validTo'), day(agency.validTo)],
    [t('agencies.predecessors'), links(agency.predecessors)],
    [t('agencies.successors'), links(agency.successors)],
  ];
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        {agency.validTo && (
          <Alert color="yellow">
            {t(isOpen(agency) ? 'agencies.closesOn' : 'agencies.closedOn', {
              day: format.day(agency.validTo),
            })}
          </Alert>
        )}
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ))}
        </dl>
      </Stack>
    </Paper>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function AgencyLink({ id, name }: Pick<Agency, 'id' | 'name'>) {
  return (
    <Anchor component={Link} to={`/agencies/${encodeURIComponent(id)}`}>
      {name}
    </Anchor>
  );
}

function Links({ agencies }: { agencies: Pick<Agency, 'id' | 'name'>[] }) {
  return (
    <ul className={classes.plainList}>
      {agencies.map((agency) => (
        <li key={agency.id}>
          <AgencyLink {...agency} />
        </li>
      ))}
    </ul>
  );
}

/** More are in the tree. */
const SHOWN = 20;

function Children({ agency }: { agency: Agency }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data = [] } = useAgencies();
  const children = data.filter((each) => each.parentId === agency.id && isOpen(each));
  if (children.length === 0) return null;
  return (
    <Part title={t('agencies.children', { n: format.count(children.length) })}>
      <Links agencies={children.slice(0, SHOWN)} />
      {children.length > SHOWN && (
        <Anchor component={Link} to="/agencies">
          {t('agencies.allChildren')}
        </Anchor>
      )}
    </Part>
  );
}
