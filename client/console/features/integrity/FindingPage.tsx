// One finding with the responses that it is about: when and how they came, never what they said.
import { Pagination, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { NamedFinding } from '#domain/findings-view.ts';
import { ApiError } from '../../../api.ts';
import { useChange } from '../../address.ts';
import { Page } from '../../Page.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { Explained, Place, Strength } from './FindingItem.tsx';
import { useFindingsFilter } from './filter.ts';
import classes from './integrity.module.css';
import { MarksExplained } from './MarksExplained.tsx';
import { PAGE_SIZE, useFindings, useFlaggedResponses } from './queries.ts';
import { ResponseTable } from './ResponseTable.tsx';
import { useFindingWords } from './words.ts';

export default function FindingPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const { data, error, refetch } = useFindings(useFindingsFilter());
  const { titleOf } = useFindingWords();
  const finding = data?.findings.find((one) => one.id === id);
  const list = new URLSearchParams(params);
  list.delete('page');
  return (
    <Page
      title={finding ? titleOf(finding) : t('nav.integrity')}
      back={{ to: `/integrity?${list}`, label: t('integrity.back') }}
    >
      {finding ? (
        <Shown finding={finding} />
      ) : data ? (
        <ErrorPanel error={new ApiError(404, 'unknown_finding')} onRetry={refetch} />
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Page>
  );
}

function Shown({ finding }: { finding: NamedFinding }) {
  const { t } = useTranslation();
  const { whyOf } = useFindingWords();
  return (
    <Stack gap="lg">
      <div className={classes.finding}>
        <Strength finding={finding} />
        <Place finding={finding} />
        <p className={classes.why}>{whyOf(finding)}</p>
        <Explained finding={finding} />
        <Text size="sm">{t('integrity.principle')}</Text>
      </div>
      <section>
        <Title order={2} size="h4">
          {t('integrity.responses')}
        </Title>
        {finding.responses > 0 ? <Responses id={finding.id} /> : <Text>{t('integrity.noResponses')}</Text>}
      </section>
      <MarksExplained />
    </Stack>
  );
}

function Responses({ id }: { id: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const change = useChange();
  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1);
  const { data, error, refetch, isPlaceholderData } = useFlaggedResponses(useFindingsFilter(), id, page);
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  const pages = Math.ceil(data.total / PAGE_SIZE);
  return (
    <Stack gap="md" aria-busy={isPlaceholderData}>
      <Text size="sm">{t('integrity.responsesHint')}</Text>
      <ResponseTable responses={data.responses} first={(page - 1) * PAGE_SIZE + 1} />
      {pages > 1 && (
        <nav aria-label={t('list.pages')}>
          <Pagination
            total={pages}
            value={page}
            onChange={(next) => change({ page: next === 1 ? null : String(next) })}
            size="lg"
            getItemProps={(item) => ({ 'aria-label': t('list.page', { page: item }) })}
            getControlProps={(control) => ({ 'aria-label': t(`list.${control}`) })}
          />
        </nav>
      )}
    </Stack>
  );
}
