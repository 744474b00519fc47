// Why a form was not taken, said aloud.
import { Alert } from '@mantine/core';
import { errorText } from '../messages.ts';

export function SendingError({ error }: { error: Error | null }) {
  if (!error) return null;
  return (
    <Alert color="red" variant="outline" role="alert">
      {errorText(error)}
    </Alert>
  );
}
