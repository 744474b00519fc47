// How many responses there are against how many the method requires.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';

interface RequiredSampleProps {
  /** Responses counted. */
  n: number;
  /** Null where nobody knows how many transactions there were. */
  required: number | null;
}

export function RequiredSample({ n, required }: RequiredSampleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (required === null) return <>{format.count(n)}</>;
  const missing = required - n;
  return (
    <span>
      {t('sample.of', { n: format.count(n), required: format.count(required) })}
      <Text component="small" size="xs" c="dimmed" display="block">
        {missing > 0 ? t('sample.missing', { n: format.count(missing) }) : t('sample.enough')}
      </Text>
    </span>
  );
}
