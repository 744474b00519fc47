// A spreadsheet without a fault, to be sent by one button.
import { Alert, Button, Stack, Text } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { ImportError } from './SheetImport.tsx';

interface SheetReadyProps {
  /** What will happen. */
  about: string;
  button: string;
  importing: Pick<UseMutationResult<unknown, Error, void>, 'error' | 'isPending' | 'mutate'>;
}

export function SheetReady({ about, button, importing }: SheetReadyProps) {
  const { error, isPending, mutate } = importing;
  return (
    <Alert color="petrol" variant="light">
      <Stack gap="sm" align="flex-start">
        <Text>{about}</Text>
        {error && <ImportError error={error} />}
        <Button loading={isPending} onClick={() => !isPending && mutate()}>
          {button}
        </Button>
      </Stack>
    </Alert>
  );
}
