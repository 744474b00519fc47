// The audit log: who did what to which thing, the newest first.
import { Button, Pagination, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useChange } from '../../address.ts';
import { useFormat } from '../../i18n.ts';
import { Page } from '../../Page.tsx';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { AuditFilters } from './AuditFilters.tsx';
import classes from './audit.module.css';
import { EntryItem } from './EntryItem.tsx';
import { exportAddress, FILTERS, filterIn, PAGE_SIZE, useLog } from './queries.ts';

export default function AuditPage() {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const filter = filterIn(params);
  return (
    <Page
      title={t('nav.audit')}
      about={t('audit.about')}
      actions={
        <Button variant="default" component="a" href={exportAddress(filter)} download>
          {t('list.export')}
        </Button>
      }
    >
      <AuditFilters filter={filter} />
      <Log />
    </Page>
  );
}

function Log() {
  const { t } = useTranslation();
  const format = useFormat();
  const [params] = useSearchParams();
  const change = useChange();
  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1);
  const { data, error, refetch, isPlaceholderData } = useLog(filterIn(params), page);
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  const pages = Math.ceil(data.total / PAGE_SIZE);
  const clear = () => change(Object.fromEntries([...FILTERS, 'page'].map((name) => [name, null])));
  return (
    <Stack gap="md" aria-busy={isPlaceholderData}>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      <Text size="sm" role="status">
        {t('audit.found', { n: format.count(data.total) })}
      </Text>
      {data.total === 0 ? (
        <EmptyPanel title={t('audit.none')} order={2}>
          <Button variant="outline" onClick={clear}>
            {t('list.showAll')}
          </Button>
        </EmptyPanel>
      ) : (
        <ol className={classes.entries}>
          {data.entries.map((entry) => (
            <EntryItem key={entry.seq} entry={entry} />
          ))}
        </ol>
      )}
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
      <Head seq={data.head.seq} hash={data.head.hash} />
    </Stack>
  );
}

/** The end of the chain, to be noted down where nobody who can write to the server can write. */
function Head({ seq, hash }: { seq: number; hash: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={classes.head}>
      <Text size="sm" fw={600}>
        {t('audit.head', { seq: format.count(seq) })}
      </Text>
      <code>{hash}</code>
      <Text size="sm">{t('audit.headWhy')}</Text>
    </div>
  );
}
