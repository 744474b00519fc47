// What the marks of single responses mean.
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MARKS } from '#domain/marks.ts';
import classes from './integrity.module.css';

export function MarksExplained() {
  const { t } = useTranslation();
  return (
    <details className={classes.marks}>
      <summary>{t('integrity.marksTitle')}</summary>
      <Text size="sm" my="sm">
        {t('integrity.marksHint')}
      </Text>
      <dl>
        {MARKS.map((mark) => (
          <div key={mark}>
            <dt>{t(`integrity.mark.${mark}.name`)}</dt>
            <dd>{t(`integrity.mark.${mark}.why`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
