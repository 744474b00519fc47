// What looks odd about many responses, the strongest first; a question each, and no verdict.
import { Alert, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { NamedFinding } from '#domain/findings-view.ts';
import { useFormat } from '../../i18n.ts';
import { List } from '../../list/List.tsx';
import { Page } from '../../Page.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { useAgencies } from '../agencies/queries.ts';
import { useFindingChoices, useFindingColumns } from './columns.ts';
import { FigureWithout } from './FigureWithout.tsx';
import { FindingItem } from './FindingItem.tsx';
import { FindingsFilters } from './FindingsFilters.tsx';
import { isTooLong, useFindingsFilter } from './filter.ts';
import classes from './integrity.module.css';
import { MarksExplained } from './MarksExplained.tsx';
import { useFindings, wantedBy } from './queries.ts';

const keyOf = ({ id }: NamedFinding) => id;

export default function FindingsPage() {
  const { t } = useTranslation();
  const filter = useFindingsFilter();
  const { data, error, refetch } = useFindings(filter, !isTooLong(filter));
  const columns = useFindingColumns();
  const choices = useFindingChoices();
  const [params] = useSearchParams();
  return (
    <Page title={t('nav.integrity')} about={t('integrity.about')}>
      <p className={classes.principle}>{t('integrity.principle')}</p>
      <FindingsFilters filter={filter} />
      {isTooLong(filter) ? (
        <Alert color="red" variant="outline" role="alert">
          {t('integrity.longest')}
        </Alert>
      ) : (
        !data && (error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />)
      )}
      {data && (
        <Stack gap="lg">
          <About filter={filter} />
          <FigureWithout figure={data.figure} />
          <List
            caption={t('nav.integrity')}
            query={{ data: data.findings, error, refetch }}
            columns={columns}
            choices={choices}
            rowKey={keyOf}
            file={t('integrity.file')}
            draw={(rows) => (
              <ol className={classes.findings} aria-label={t('nav.integrity')}>
                {rows.map((finding) => (
                  <FindingItem key={finding.id} finding={finding} to={wayTo(finding, params, filter)} />
                ))}
              </ol>
            )}
            empty={{ title: t('integrity.none'), children: <Text>{t('integrity.noneHow')}</Text> }}
          />
        </Stack>
      )}
      <MarksExplained />
    </Page>
  );
}

/** What is looked through, on paper too, where no filters are. */
function About({ filter }: { filter: ReturnType<typeof useFindingsFilter> }) {
  const format = useFormat();
  const { data: agencies } = useAgencies();
  const agency = agencies?.find(({ id }) => id === filter.agency);
  return (
    <Text>
      <strong>{format.range(filter)}</strong>
      {agency && ` · ${agency.name}`}
    </Text>
  );
}

/** The page of a finding: with its days, because they are part of what it is. */
function wayTo({ id }: NamedFinding, params: URLSearchParams, filter: ReturnType<typeof useFindingsFilter>) {
  const wanted = new URLSearchParams(params);
  for (const [name, value] of wantedBy(filter)) wanted.set(name, value);
  wanted.delete('page');
  return `/integrity/${encodeURIComponent(id)}?${wanted}`;
}
