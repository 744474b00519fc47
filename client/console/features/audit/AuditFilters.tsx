// What the log is narrowed to; all of it stands in the page's address.
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../address.ts';
import { AgencySelect } from '../agencies/AgencySelect.tsx';
import classes from './audit.module.css';
import { type Filter, NOUNS } from './queries.ts';

const everyAgency = () => true;
/** Between two letters typed. */
const PAUSE_MS = 250;

export function AuditFilters({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  const change = useChange({ replace: true, preventScrollReset: true });
  const put = (name: keyof Filter, value: string | null) => change({ [name]: value, page: null });
  const narrowed = filter.account ?? filter.id;
  return (
    <Group align="flex-end" gap="sm" className={classes.filters}>
      <Search value={filter.q ?? ''} onSearch={(q) => put('q', q)} />
      <NativeSelect
        label={t('audit.what')}
        className={classes.control}
        value={filter.action ?? ''}
        onChange={(event) => put('action', event.currentTarget.value)}
        data={[
          { value: '', label: t('list.all') },
          ...NOUNS.map((value) => ({ value, label: t(`audit.nouns.${value}`) })),
        ]}
      />
      <div className={classes.control}>
        <AgencySelect
          label={t('touchpoints.agency')}
          placeholder={t('list.all')}
          allowed={everyAgency}
          clearable
          clearButtonProps={{ 'aria-label': t('touchpoints.everyAgency') }}
          value={filter.agency ?? null}
          onChange={(agency) => put('agency', agency)}
        />
      </div>
      <Day label={t('audit.from')} value={filter.from} onChange={(day) => put('from', day)} />
      <Day label={t('audit.to')} value={filter.to} onChange={(day) => put('to', day)} />
      {narrowed && (
        <Button variant="light" onClick={() => change({ account: null, kind: null, id: null, page: null })}>
          {t(filter.account ? 'audit.onlyAccount' : 'audit.onlyThing')}{' '}
          <span aria-hidden="true">&nbsp;✕</span>
        </Button>
      )}
    </Group>
  );
}

function Search({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const { t } = useTranslation();
  // Typed letters are kept here: an address that follows behind would lose some to a Vietnamese keyboard.
  const [text, setText] = useState(value);
  const search = useDebouncedCallback(onSearch, PAUSE_MS);
  return (
    <TextInput
      type="search"
      label={t('audit.search')}
      className={classes.control}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}

interface DayProps {
  label: string;
  value: string | undefined;
  onChange: (day: string | null) => void;
}

function Day({ label, value, onChange }: DayProps) {
  const { t } = useTranslation();
  return (
    <DateInput
      label={label}
      className={classes.day}
      valueFormat="DD/MM/YYYY"
      placeholder={t('form.dayPlaceholder')}
      clearable
      clearButtonProps={{ 'aria-label': t('form.noDay') }}
      popoverProps={{ withRoles: false }}
      ariaLabels={{
        previousMonth: t('results.filter.previousMonth'),
        nextMonth: t('results.filter.nextMonth'),
        previousYear: t('results.filter.previousYear'),
        nextYear: t('results.filter.nextYear'),
      }}
      value={value ?? null}
      onChange={onChange}
    />
  );
}
