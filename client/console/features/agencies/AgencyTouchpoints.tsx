// The touchpoints of one agency, with the way to all that can be done with them.
import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatCode } from '#domain/touchpoints.ts';
import { useFormat } from '../../i18n.ts';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { StateBadge } from '../../StateBadge.tsx';
import { STATE_TONES } from '../touchpoints/columns.tsx';
import { readTouchpoints, TOUCHPOINTS } from '../touchpoints/queries.ts';
import classes from './agencies.module.css';
import type { Agency } from './queries.ts';

const SHOWN = 20;

export function AgencyTouchpoints({ agency }: { agency: Agency }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wanted = new URLSearchParams({ agency: agency.id, page: '1', size: String(SHOWN) });
  const { data, error, refetch } = useQuery({
    queryKey: [...TOUCHPOINTS, wanted.toString()],
    queryFn: ({ signal }) => readTouchpoints(wanted, signal),
  });
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  return (
    <>
      {data.total === 0 && <Text>{t('agencies.noTouchpoints')}</Text>}
      <ul className={classes.plainList}>
        {data.rows.map(({ id, name, kind, state, code, answers }) => (
          <li key={id}>
            <Group gap="sm" justify="space-between">
              <span>
                <strong>{name}</strong> · {t(`touchpoints.kinds.${kind}`)} · {formatCode(code)}
              </span>
              <Group gap="sm">
                <Text span>{t('results.responses', { n: format.count(answers) })}</Text>
                <StateBadge tone={STATE_TONES[state]}>{t(`touchpoints.states.${state}`)}</StateBadge>
              </Group>
            </Group>
          </li>
        ))}
      </ul>
      <Anchor component={Link} to={`/touchpoints?agency=${encodeURIComponent(agency.id)}`}>
        {t('agencies.manageTouchpoints')}
      </Anchor>
    </>
  );
}
