// The log's nouns, actions, fields and values in words.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';
import { useAgencies } from '../agencies/queries.ts';
import { useLabelOptions } from '../comments/labels.ts';
import type { Entry, Fields } from './queries.ts';

const DAYS = ['validFrom', 'validTo'];
/** Fields whose values have words of their own, each under `audit.values.<field>`. */
const CODED = ['state', 'layout', 'code', 'closingDay'];

export function useWords() {
  const { t } = useTranslation();
  const { t: error } = useTranslation('errors');
  const format = useFormat();
  const { data: agencies } = useAgencies();
  const labels = useLabelOptions(true);
  return useMemo(() => {
    const names = new Map(agencies?.map(({ id, name }) => [id, name]));
    const worded = (key: string, text: string) => t(key, { defaultValue: text });
    const valueIn = (field: string, value: unknown): string => {
      if (value === null || value === undefined || value === '') return t('audit.empty');
      if (Array.isArray(value)) return value.map((each) => valueIn(field, each)).join(', ');
      if (typeof value === 'object') return JSON.stringify(value);
      const text = String(value);
      if (names.has(text)) return names.get(text) ?? text;
      if (field === 'role') return worded(`shell.roles.${text}`, text);
      if (field === 'kind')
        return worded(`agencies.kinds.${text}`, worded(`touchpoints.kinds.${text}`, text));
      if (field === 'labels') return labels.find(({ value: code }) => code === text)?.label ?? text;
      if (field === 'status') return worded(`comments.statuses.${text}`, text);
      if (DAYS.includes(field) && /^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text);
      if (field === 'code' && /^[a-z_]+$/.test(text)) return error(`errors.${text}`, { defaultValue: text });
      return CODED.includes(field) ? worded(`audit.values.${text}`, text) : text;
    };
    return {
      actionOf: (action: string) => worded(`audit.actions.${action}`, action),
      nounOf: (kind: string) => worded(`audit.nouns.${kind}`, kind),
      fieldOf: (field: string) => worded(`audit.fields.${field}`, field),
      valueIn,
      /** What a thing is called, as far as the entry says so; `''` when nothing does. */
      nameOf: ({ kind, id }: Entry['subject'], fields: Fields | null): string => {
        if (kind === 'agency') return names.get(id) ?? String(fields?.name ?? '');
        if (kind === 'route') return id;
        return String(fields?.name ?? fields?.username ?? '');
      },
    };
  }, [t, error, format, agencies, labels]);
}
