// Things to do, each with its way.
import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n.ts';
import classes from './home.module.css';
import type { Need } from './needs.ts';

export function NeedList({ needs, numbered = false }: { needs: readonly Need[]; numbered?: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.needs} data-numbered={numbered || undefined}>
      {needs.map(({ id, words, to, named = [], more = 0 }, index) => (
        <li key={id}>
          {numbered && (
            <span className={classes.number} aria-hidden="true">
              {index + 1}
            </span>
          )}
          <div className={classes.text}>
            <Text fw={600}>{t(`home.needs.${id}.title`, { ...words })}</Text>
            <Text size="sm">{t(`home.needs.${id}.why`, { ...words })}</Text>
            {named.length > 0 && (
              <Text size="sm" c="dimmed">
                {named.join('; ')}
                {more > 0 && ` ${t('home.more', { n: format.count(more) })}`}
              </Text>
            )}
          </div>
          <Button component={Link} to={to} variant={numbered && index > 0 ? 'default' : 'filled'}>
            {t(`home.needs.${id}.button`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
