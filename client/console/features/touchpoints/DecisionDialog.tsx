// Asks once more before something that citizens will notice, and says what becomes of the code on the wall.
import { List, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { formatCode } from '#domain/touchpoints.ts';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { tell } from '../../messages.ts';
import { type ListedTouchpoint, useTouchpointChanges } from './queries.ts';

export type Decision = 'pause' | 'resume' | 'revoke' | 'renew';

interface DecisionDialogProps {
  decision: Decision;
  touchpoint: ListedTouchpoint;
  onClose: () => void;
}

const STATES = { pause: 'paused', resume: 'open', revoke: 'revoked' } as const;

export function DecisionDialog({ decision, touchpoint, onClose }: DecisionDialogProps) {
  const { t } = useTranslation();
  const form = useForm();
  const { putState, renewCode } = useTouchpointChanges();
  const { id, name, agency, code } = touchpoint;
  const send = async () => {
    if (decision === 'renew')
      tell(t('touchpoints.renew.done', { code: formatCode((await renewCode(id)).code) }));
    else {
      await putState(id, STATES[decision]);
      tell(t(`touchpoints.${decision}.done`, { name }));
    }
  };
  const effects = t(`touchpoints.${decision}.effects`, { returnObjects: true, code: formatCode(code) });
  return (
    <FormDialog
      title={t(`touchpoints.${decision}.title`)}
      submit={t(`touchpoints.${decision}.button`)}
      danger={decision === 'revoke'}
      {...{ form, send, onClose }}
    >
      <Text>
        <strong>{name}</strong> · {agency.name}
      </Text>
      <List spacing="xs">
        {(effects as string[]).map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
    </FormDialog>
  );
}
