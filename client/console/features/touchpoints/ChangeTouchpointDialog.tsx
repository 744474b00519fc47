// Another name, kind or questionnaire for a touchpoint; its code stays.
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../forms/FormDialog.tsx';
import { tell } from '../../messages.ts';
import { LoadingPanel } from '../../panels.tsx';
import {
  type ListedTouchpoint,
  type TouchpointFields,
  useQuestionnaires,
  useTouchpointChanges,
} from './queries.ts';
import { TouchpointInputs } from './TouchpointInputs.tsx';

interface ChangeTouchpointDialogProps {
  touchpoint: ListedTouchpoint;
  onClose: () => void;
}

export function ChangeTouchpointDialog({ touchpoint, onClose }: ChangeTouchpointDialogProps) {
  const { t } = useTranslation();
  const { change } = useTouchpointChanges();
  const { data: questionnaires } = useQuestionnaires();
  const { id, name, kind, questionnaire } = touchpoint;
  const form = useForm<TouchpointFields>({ defaultValues: { name, kind, questionnaire } });
  const send = async (fields: TouchpointFields) => {
    await change(id, fields);
    tell(t('touchpoints.changed', { name: fields.name }));
  };
  return (
    <FormDialog title={t('touchpoints.changeTitle')} submit={t('form.save')} {...{ form, send, onClose }}>
      {questionnaires ? <TouchpointInputs /> : <LoadingPanel />}
    </FormDialog>
  );
}
