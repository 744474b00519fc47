// An account is added, or changed.
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { useMe } from '../../me.ts';
import { tell } from '../../messages.ts';
import { AccountInputs } from './AccountInputs.tsx';
import { type Account, type AccountFields, useAccountChanges, type WithFirstPassword } from './queries.ts';

interface NewAccountDialogProps {
  onClose: () => void;
  onMade: (made: WithFirstPassword) => void;
}

export function NewAccountDialog({ onClose, onMade }: NewAccountDialogProps) {
  const { t } = useTranslation();
  const { agency } = useMe();
  const { create } = useAccountChanges();
  const form = useForm<AccountFields & { username: string }>({
    defaultValues: { name: '', username: '', role: 'agency_manager', agencyId: agency?.id ?? null },
  });
  return (
    <FormDialog
      title={t('accounts.add')}
      submit={t('accounts.create')}
      form={form}
      send={async (values) => onMade(await create(values))}
      onClose={onClose}
      size="lg"
    >
      <AccountInputs isNew />
    </FormDialog>
  );
}

export function ChangeAccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const { change } = useAccountChanges();
  const { name, role, agency } = account;
  const form = useForm<AccountFields>({ defaultValues: { name, role, agencyId: agency?.id ?? null } });
  const send = async (values: AccountFields) => {
    await change(account.id, values);
    tell(t('accounts.changed', { name: values.name }));
  };
  return (
    <FormDialog
      title={t('accounts.changeTitle')}
      submit={t('form.save')}
      form={form}
      send={send}
      onClose={onClose}
      size="lg"
    >
      <AccountInputs />
    </FormDialog>
  );
}
