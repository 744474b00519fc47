// The tree of agencies, which opens at once however many they are.
import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AGENCY_KINDS } from '#domain/agencies.ts';
import { useChange, useTyped } from '../../address.ts';
import { useFormat } from '../../i18n.ts';
import { csvOf, saveFile } from '../../list/csv-file.ts';
import { useMay } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { EmptyPanel, ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { AgencyTree } from './AgencyTree.tsx';
import classes from './agencies.module.css';
import { NewAgencyDialog } from './ChangeDialogs.tsx';
import { useAgencyColumns } from './columns.ts';
import { type Agency, isOpen, useAgencies } from './queries.ts';
import { growForest, type Line, linesOf } from './tree.ts';

export default function AgenciesPage() {
  const { t } = useTranslation();
  const may = useMay('agencies.write');
  const { data, error, refetch } = useAgencies();
  const [adding, setAdding] = useState(false);
  const top = data?.find(({ parentId }) => parentId === null) ?? data?.[0];
  const actions = may && (
    <>
      <Button variant="default" component={Link} to="/agencies/import">
        {t('agencies.import.button')}
      </Button>
      <Button onClick={() => setAdding(true)}>{t('agencies.add.button')}</Button>
    </>
  );
  return (
    <Page title={t('nav.agencies')} about={t('agencies.about')} actions={actions}>
      {data ? (
        <Tree agencies={data} />
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
      {adding && top && <NewAgencyDialog parentId={top.id} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Tree({ agencies }: { agencies: Agency[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const forest = useMemo(() => growForest(agencies), [agencies]);
  const filter = useFilter();
  const { query, kind, closed } = filter;
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(
    () => new Set(forest.roots.map(({ id }) => id)),
  );
  const words = useDeferredValue(query);
  const lines = useMemo(
    () => linesOf(forest, { query: words, kind, closed }, unfolded, isOpen),
    [forest, words, kind, closed, unfolded],
  );
  const toggle = (id: string) => {
    const next = new Set(unfolded);
    if (!next.delete(id)) next.add(id);
    setUnfolded(next);
  };
  return (
    <Stack gap="md">
      <Filter filter={filter} lines={lines} />
      <Text size="sm" role="status">
        {t('agencies.status', { shown: format.count(lines.length), all: format.count(agencies.length) })}
      </Text>
      {lines.length === 0 ? (
        <EmptyPanel title={t('agencies.noneFound')} order={2}>
          <Button variant="outline" onClick={filter.clear}>
            {t('list.showAll')}
          </Button>
        </EmptyPanel>
      ) : (
        <AgencyTree lines={lines} parents={query || kind ? forest.byId : null} onToggle={toggle} />
      )}
    </Stack>
  );
}

/** What is asked of the tree, in the page's address. */
function useFilter() {
  const [params] = useSearchParams();
  const change = useChange({ replace: true, preventScrollReset: true });
  const [query, setQuery] = useTyped('q');
  return {
    query,
    kind: params.get('kind') ?? '',
    closed: params.has('closed'),
    setQuery: (text: string) => {
      setQuery(text);
      change({ q: text });
    },
    setKind: (kind: string) => change({ kind }),
    setClosed: (closed: boolean) => change({ closed: closed ? 'yes' : null }),
    clear: () => {
      setQuery('');
      change({ q: null, kind: null });
    },
  };
}

function Filter({ filter, lines }: { filter: ReturnType<typeof useFilter>; lines: Line[] }) {
  const { t } = useTranslation();
  const columns = useAgencyColumns();
  const exportLines = () =>
    saveFile(
      'co-quan.csv',
      csvOf(
        lines.map(({ agency }) => agency),
        columns,
      ),
    );
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        type="search"
        label={t('agencies.search')}
        className={classes.control}
        value={filter.query}
        onChange={(event) => filter.setQuery(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('agencies.kind')}
        className={classes.control}
        value={filter.kind}
        onChange={(event) => filter.setKind(event.currentTarget.value)}
        data={[
          { value: '', label: t('list.all') },
          ...AGENCY_KINDS.map((value) => ({ value, label: t(`agencies.kinds.${value}`) })),
        ]}
      />
      <Checkbox
        label={t('agencies.showClosed')}
        className={classes.check}
        checked={filter.closed}
        onChange={(event) => filter.setClosed(event.currentTarget.checked)}
      />
      <Button variant="default" ml="auto" disabled={lines.length === 0} onClick={exportLines}>
        {t('list.export')}
      </Button>
    </Group>
  );
}
