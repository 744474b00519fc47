// Chooses one open touchpoint among thousands; the server searches.
import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode, type TouchpointKind } from '#domain/touchpoints.ts';
import { type ListedTouchpoint, readTouchpoints, TOUCHPOINTS } from './queries.ts';

interface TouchpointSelectProps extends Omit<SelectProps, 'data' | 'filter' | 'searchable'> {
  /** The one that is chosen at first, which the search need not find. */
  chosen?: Pick<ListedTouchpoint, 'id' | 'name' | 'code'> & {
    agency: { name: string };
    kind?: TouchpointKind;
  };
}

const SHOWN = '30';
const PAUSE_MS = 200;

export function TouchpointSelect({ chosen, ...props }: TouchpointSelectProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const [q] = useDebouncedValue(search, PAUSE_MS);
  // What was chosen stands in the field as text; it is no search.
  const words = q.includes(' · ') ? '' : q;
  const { data, isFetching } = useQuery({
    queryKey: [...TOUCHPOINTS, 'open', words],
    queryFn: ({ signal }) =>
      readTouchpoints(new URLSearchParams({ q: words, state: 'open', page: '1', size: SHOWN }), signal),
    placeholderData: keepPreviousData,
  });
  const found = data?.rows ?? [];
  const options = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      searchable
      onSearchChange={setSearch}
      nothingFoundMessage={isFetching ? t('state.loading') : t('touchpoints.noneFound')}
      {...props}
      data={options.map(({ id, name, agency, kind, code }) => ({
        value: id,
        label: [
          name,
          ...(agency.name === name ? [] : [agency.name]),
          ...(kind ? [t(`touchpoints.kinds.${kind}`)] : []),
          formatCode(code),
        ].join(' · '),
      }))}
      filter={({ options: all }) => all}
    />
  );
}
