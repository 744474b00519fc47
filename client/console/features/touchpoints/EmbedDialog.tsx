// What an agency puts on its own website, to copy and to try.
import { Code, Group, List, Modal, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '#domain/touchpoints.ts';
import { CopyButton } from '../../CopyButton.tsx';
import { useSetUpInstallation } from '../../installation.ts';
import type { ListedTouchpoint } from './queries.ts';

interface EmbedDialogProps {
  touchpoint: ListedTouchpoint;
  onClose: () => void;
}

export function EmbedDialog({ touchpoint: { code, name, agency }, onClose }: EmbedDialogProps) {
  const { t } = useTranslation();
  const narrow = useMediaQuery('(max-width: 40em)') ?? false;
  const { publicUrl } = useSetUpInstallation();
  const { origin } = new URL(publicUrl ?? window.location.href);
  const snippet = snippetOf(origin, formatCode(code), t('embed.link'));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('embed.title')}
      size="lg"
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': t('form.close'), size: 44 }}
      styles={{ title: { fontWeight: 600, fontSize: '1.125rem' } }}
    >
      <Stack gap="md">
        <Text>
          <strong>{name}</strong> · {agency.name}
        </Text>
        <Text>{t('embed.how')}</Text>
        <Code
          block
          aria-label={t('embed.snippet')}
          style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
        >
          {snippet}
        </Code>
        <Group>
          <CopyButton text={snippet} />
        </Group>
        <List size="sm" spacing="xs">
          <List.Item>{t('embed.results')}</List.Item>
          <List.Item>{t('embed.policy', { origin })}</List.Item>
        </List>
        <Title order={3} size="h5">
          {t('embed.preview')}
        </Title>
        <Text size="sm">{t('embed.previewHow')}</Text>
        <Preview code={formatCode(code)} />
      </Stack>
    </Modal>
  );
}

/** The link is for visitors in whose browser no program runs. */
function snippetOf(origin: string, code: string, link: string): string {
  return `<a href="${origin}/s/${code}" target="_blank" rel="noopener">${link}</a>
<script src="${origin}/widget.js" data-touchpoint="${code}" async></script>`;
}

/** The very tag, which opens the form as staff may see it. */
function Preview({ code }: { code: string }) {
  const { i18n } = useTranslation();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    const tag = document.createElement('script');
    tag.src = '/widget.js';
    tag.dataset.touchpoint = code;
    tag.dataset.preview = '';
    tag.dataset.lang = i18n.language;
    // The key that closes the frame shall not close this dialog, too.
    tag.onload = () => tag.nextElementSibling?.setAttribute('data-mantine-stop-propagation', 'true');
    current?.replaceChildren(tag);
    return () => current?.replaceChildren();
  }, [code, i18n.language]);
  return <div ref={place} />;
}
