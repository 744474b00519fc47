// The signed head of the ledger that a period was closed with.
import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../CopyButton.tsx';
import { useFormat } from '../../i18n.ts';
import classes from './periods.module.css';
import type { Closure } from './queries.ts';

export function Checkpoint({ note, closure }: { note: string; closure: Closure | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Stack gap="sm">
      <Text maw="60rem">
        {t('periods.checkpoint.why', { n: closure ? format.count(closure.ledgerSize) : '' })}
      </Text>
      <pre className={classes.noteText}>{note}</pre>
      <Group>
        <CopyButton text={note} />
      </Group>
    </Stack>
  );
}
