// Short messages at the edge of the window: what was done, or what could not be.
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { ApiError } from '../api.ts';

/** Says that something was done. */
export function tell(message: string): void {
  notifications.show({ message, color: 'petrol', autoClose: 6000, ...closable() });
}

/** Says why something was not done, where no form stands that could say it beside its fields. */
export function tellError(error: Error): void {
  notifications.show({
    message: errorText(error),
    color: 'red',
    autoClose: 12_000,
    role: 'alert',
    ...closable(),
  });
}

const closable = () => ({ closeButtonProps: { 'aria-label': i18next.t('form.close'), size: 44 } });

/** What to tell the reader about an error: the translation of its code. */
export function errorText(error: Error): string {
  const code = error instanceof ApiError ? error.code : 'internal';
  return i18next.t([`errors.${code}`, 'errors.internal'], { ns: 'errors' });
}
