// Chooses one agency among thousands, by a few letters without diacritics.
import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { searchKey } from '#domain/search.ts';
import { type Agency, isOpen, useAgencies } from './queries.ts';

interface AgencySelectProps extends Omit<SelectProps, 'data' | 'filter' | 'searchable'> {
  /** Which agencies can be chosen; the open ones by default. */
  allowed?: (agency: Agency) => boolean;
}

/** More are not shown at a time: the next letter finds them. */
const SHOWN = 50;

export function AgencySelect({ allowed = isOpen, ...props }: AgencySelectProps) {
  const { t } = useTranslation();
  const { options, find } = useAgencyOptions(allowed);
  return (
    <Select
      searchable
      limit={SHOWN}
      nothingFoundMessage={t('agencies.noneFound')}
      comboboxProps={{ withinPortal: true }}
      {...props}
      data={options}
      filter={({ search }) => find(search)}
    />
  );
}

/** Agencies to choose from, and those that fit some words. */
export function useAgencyOptions(allowed: (agency: Agency) => boolean) {
  const { data } = useAgencies();
  return useMemo(() => {
    const options = (data ?? []).filter(allowed).map(({ id, name }) => ({ value: id, label: name }));
    const keyed = options.map((option) => ({ option, key: searchKey(option.label) }));
    const find = (search: string) => {
      const words = searchKey(search).split(' ');
      return keyed.filter(({ key }) => words.every((word) => key.includes(word))).map(({ option }) => option);
    };
    return { options, find };
  }, [data, allowed]);
}
