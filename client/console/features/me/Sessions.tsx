// The browsers in which the own account is signed in; any of them can be signed out from here.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';
import { tell, tellError } from '../../messages.ts';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { StateBadge } from '../../StateBadge.tsx';
import classes from './me.module.css';
import { type Session, useEndSession, useSessions } from './queries.ts';

export function Sessions() {
  const { t } = useTranslation();
  const { data, error, refetch } = useSessions();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: useEndSession(),
    onSuccess: () => tell(t('me.ended')),
    onError: tellError,
  });
  if (!data) return error ? <ErrorPanel error={error} onRetry={refetch} /> : <LoadingPanel />;
  const ordered = data.toSorted((a, b) => Number(b.current) - Number(a.current));
  const end = (id: string) => !isPending && mutate(id);
  return (
    <Stack gap="md" align="flex-start">
      <ul className={classes.sessions}>
        {ordered.map((session) => (
          <Line
            key={session.id}
            session={session}
            ending={isPending && variables === session.id}
            onEnd={() => end(session.id)}
          />
        ))}
      </ul>
      {data.length > 1 && (
        <Button variant="default" loading={isPending && variables === 'others'} onClick={() => end('others')}>
          {t('me.endOthers')}
        </Button>
      )}
    </Stack>
  );
}

interface LineProps {
  session: Session;
  ending: boolean;
  onEnd: () => void;
}

function Line({ session, ending, onEnd }: LineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { browser, createdAt, seenAt, current } = session;
  const name = browser ?? t('me.unknownBrowser');
  return (
    <li>
      <div>
        <Group gap="sm">
          <Text fw={600}>{name}</Text>
          {current && <StateBadge tone="good">{t('me.here')}</StateBadge>}
        </Group>
        <Text size="sm">
          {t('me.since', { created: format.moment(createdAt), seen: format.moment(seenAt) })}
        </Text>
      </div>
      {!current && (
        <Button variant="default" loading={ending} aria-label={t('me.endOne', { name })} onClick={onEnd}>
          {t('me.end')}
        </Button>
      )}
    </li>
  );
}
