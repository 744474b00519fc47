// What groups of respondents are counted by, for people of an agency: months that are over, each group where ten answered.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SlicesView } from '#domain/results.ts';
import { useFormat } from '../../i18n.ts';

interface MonthlyNoteProps {
  slices: SlicesView;
  /** Names of the groups, in the same order. */
  names: readonly string[];
}

export function MonthlyNote({ slices, names }: MonthlyNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!slices.monthly) return null;
  if (slices.withheld) return <Text maw="60rem">{t('results.monthly.none')}</Text>;
  const partly = names.filter((_, at) => slices.groups[at]?.partly);
  return (
    <Text size="sm" maw="60rem">
      {t('results.monthly.how', { range: format.range(slices) })}
      {partly.length > 0 && ` ${t('results.monthly.partly', { groups: partly.join('; ') })}`}
    </Text>
  );
}
