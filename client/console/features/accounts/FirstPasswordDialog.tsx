// A first password, shown this once.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../CopyButton.tsx';
import classes from './accounts.module.css';
import type { WithFirstPassword } from './queries.ts';
import { Slips, signInAddress } from './Slips.tsx';

interface FirstPasswordDialogProps {
  made: WithFirstPassword;
  onClose: () => void;
}

export function FirstPasswordDialog({ made, onClose }: FirstPasswordDialogProps) {
  const { t } = useTranslation();
  const { account, firstPassword } = made;
  const lines = [
    [t('accounts.address'), signInAddress()],
    [t('accounts.username'), account.username],
    [t('accounts.firstPassword'), firstPassword],
  ] as const;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('accounts.firstPasswordFor', { name: account.name })}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('form.close'), size: 44 }}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <Stack gap="md">
        <Text>{t('accounts.shownOnce')}</Text>
        <dl className={classes.secret}>
          {lines.map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Group gap="sm">
          <CopyButton text={lines.map((line) => line.join(': ')).join('\n')} />
          <Button variant="default" onClick={() => window.print()}>
            {t('accounts.slips.printOne')}
          </Button>
          <Button onClick={onClose}>{t('accounts.noted')}</Button>
        </Group>
      </Stack>
      <Slips made={[made]} />
    </Modal>
  );
}
