// Over the page that somebody was working on when their session ended.
import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../me.ts';
import { tellSignedInAgain } from '../../session-end.ts';
import { SignInForm } from './SignInForm.tsx';

/** @param me who worked until then */
export function SessionEnd({ me }: { me: Me }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const onSignedIn = (now: Me) => {
    // What stands on the page may not be for somebody else.
    if (now.accountId !== me.accountId) return window.location.reload();
    tellSignedInAgain();
    void client.invalidateQueries();
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      title={t('session.ended')}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <Stack gap="md">
        <Text>{t('session.endedHow')}</Text>
        <SignInForm username={me.username ?? ''} onSignedIn={onSignedIn} />
      </Stack>
    </Modal>
  );
}
