// The words with nothing masked. Asks first, and keeps them nowhere but in this dialog.
import { Alert, Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SendingError } from '../../forms/SendingError.tsx';
import { useFormat } from '../../i18n.ts';
import classes from './comments.module.css';
import { type Comment, openComment } from './queries.ts';

interface OpeningDialogProps {
  comment: Comment;
  onClose: () => void;
}

export function OpeningDialog({ comment: { id, agency, day }, onClose }: OpeningDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const opening = useMutation({ mutationFn: () => openComment(id), gcTime: 0 });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(opening.data === undefined ? 'comments.opening.title' : 'comments.opening.opened')}
      fullScreen={narrow}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('form.close'), size: 44 }}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <Stack gap="md">
        <Text size="sm">
          {agency.name} · {format.day(day)}
        </Text>
        {opening.data === undefined ? (
          <Question opening={opening} onClose={onClose} />
        ) : (
          <>
            <blockquote className={classes.opened}>{opening.data}</blockquote>
            <Alert color="petrol" role="status">
              {t('comments.opening.noted')}
            </Alert>
            <Group justify="flex-end">
              <Button data-autofocus onClick={onClose}>
                {t('comments.opening.close')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

interface QuestionProps {
  opening: { mutate: () => void; isPending: boolean; error: Error | null };
  onClose: () => void;
}

function Question({ opening, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const effects = t('comments.opening.effects', { returnObjects: true }) as string[];
  return (
    <>
      <List spacing="xs">
        {effects.map((effect) => (
          <List.Item key={effect}>{effect}</List.Item>
        ))}
      </List>
      <SendingError error={opening.error} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('form.cancel')}
        </Button>
        <Button loading={opening.isPending} onClick={() => opening.mutate()}>
          {t('comments.opening.submit')}
        </Button>
      </Group>
    </>
  );
}
