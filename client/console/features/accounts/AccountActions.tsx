// What can be done with one account; what takes something away asks first.
import { Button, List, Menu } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { tell } from '../../messages.ts';
import { ChangeAccountDialog } from './AccountDialogs.tsx';
import { FirstPasswordDialog } from './FirstPasswordDialog.tsx';
import { type Account, useAccountChanges, type WithFirstPassword } from './queries.ts';

type Decision = 'resetPassword' | 'endSessions' | 'disable' | 'enable';

/** @param own whether it is the account of whoever looks at it, who cannot shut himself out */
export function AccountActions({ account, own }: { account: Account; own: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Decision | 'change' | null>(null);
  const [made, setMade] = useState<WithFirstPassword | null>(null);
  const changes = useAccountChanges();
  const { id, name, state } = account;
  const close = () => setOpen(null);
  const doings: Record<Decision, () => Promise<unknown>> = {
    resetPassword: async () => setMade(await changes.resetPassword(id)),
    endSessions: () => changes.endSessions(id),
    disable: () => changes.putState(id, 'disabled'),
    enable: () => changes.putState(id, 'active'),
  };
  const decisions: Decision[] = ['resetPassword', 'endSessions', state === 'disabled' ? 'enable' : 'disable'];
  return (
    <>
      {!own && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">{t('accounts.more')}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            {decisions.map((decision) => (
              <Menu.Item key={decision} onClick={() => setOpen(decision)}>
                {t(`accounts.${decision}.button`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button onClick={() => setOpen('change')}>{t('accounts.change')}</Button>
      {open === 'change' && <ChangeAccountDialog account={account} onClose={close} />}
      {open && open !== 'change' && (
        <DecisionDialog
          decision={open}
          name={name}
          send={async () => {
            await doings[open]();
            if (open !== 'resetPassword') tell(t(`accounts.${open}.done`, { name }));
          }}
          onClose={close}
        />
      )}
      {made && <FirstPasswordDialog made={made} onClose={() => setMade(null)} />}
    </>
  );
}

interface DecisionDialogProps {
  decision: Decision;
  name: string;
  send: () => Promise<void>;
  onClose: () => void;
}

function DecisionDialog({ decision, name, send, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const form = useForm();
  return (
    <FormDialog
      title={t(`accounts.${decision}.title`, { name })}
      submit={t(`accounts.${decision}.button`)}
      danger={decision === 'disable'}
      {...{ form, send, onClose }}
    >
      <List spacing={6}>
        {(t(`accounts.${decision}.effects`, { returnObjects: true }) as string[]).map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
    </FormDialog>
  );
}
