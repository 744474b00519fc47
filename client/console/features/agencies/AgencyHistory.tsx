// What was done to one agency, the newest first.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import classes from './agencies.module.css';
import { type AgencyChange, useAgencies, useHistory } from './queries.ts';

export function AgencyHistory({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useHistory(id);
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  if (data.length === 0) return <Text>{t('agencies.history.none')}</Text>;
  return (
    <ol className={classes.plainList}>
      {data.map(({ seq, at, actor, action, fields }) => (
        <li key={seq}>
          <strong>{t([`agencies.history.actions.${action.split('.')[1]}`, 'agencies.history.other'])}</strong>
          {' · '}
          {format.moment(at)} · {actor === 'operator' || actor === null ? t('shell.operator') : actor}
          <Fields fields={fields} />
        </li>
      ))}
    </ol>
  );
}

function Fields({ fields }: Pick<AgencyChange, 'fields'>) {
  const { t } = useTranslation();
  const shown = useValue();
  return (
    <ul>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          {t([`agencies.columns.${field}`, `agencies.${field}`])}:{' '}
          {before !== null && `${shown(field, before)} → `}
          {after === null ? '–' : shown(field, after)}
        </li>
      ))}
    </ul>
  );
}

/** Ids by the names that they stand for, days and kinds as they are read. */
function useValue() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useAgencies();
  const names = new Map(data?.map(({ id, name }) => [id, name]));
  return (field: string, value: string): string => {
    if (field === 'kind') return t(`agencies.kinds.${value}`);
    if (field === 'validFrom' || field === 'validTo') return format.day(value);
    if (field === 'yearlyTransactions') return format.count(Number(value));
    if (field !== 'parentId' && field !== 'successors') return value;
    return value
      .split(',')
      .map((id) => names.get(id) ?? '–')
      .join(', ');
  };
}
