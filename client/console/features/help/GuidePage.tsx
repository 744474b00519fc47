// One guide, the same text as in docs/huong-dan.
import { Button, List, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Page } from '../../Page.tsx';
import { PageNotFound } from '../../pages.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import type { Block, Inline } from './guide.ts';
import { type GuideName, isGuide, readGuide } from './guides.ts';
import classes from './help.module.css';

export default function GuidePage() {
  const { guide = '' } = useParams();
  return isGuide(guide) ? <Guide key={guide} guide={guide} /> : <PageNotFound />;
}

function Guide({ guide }: { guide: GuideName }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['guides', guide],
    queryFn: () => readGuide(guide),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page
      title={t(`help.guides.${guide}.title`)}
      back={{ to: '/help', label: t('nav.help') }}
      actions={
        <Button variant="default" onClick={() => window.print()}>
          {t('help.print')}
        </Button>
      }
    >
      {data ? (
        <Paper withBorder p="lg" maw="48rem" lang="vi">
          <Stack gap="md">
            {data.map((block, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a guide never changes its order
              <GuideBlock key={index} block={block} />
            ))}
          </Stack>
        </Paper>
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Page>
  );
}

function GuideBlock({ block }: { block: Block }) {
  if ('heading' in block)
    // The page has the first heading already.
    return block.heading === 1 ? null : (
      <Title order={2} size="h4">
        <Words inlines={block.text} />
      </Title>
    );
  if ('image' in block)
    return <img src={block.image} alt={block.alt} className={classes.image} loading="lazy" />;
  if ('items' in block)
    return (
      <List type={block.ordered ? 'ordered' : 'unordered'} spacing="xs">
        {block.items.map((item) => (
          <List.Item key={JSON.stringify(item)}>
            <Words inlines={item} />
          </List.Item>
        ))}
      </List>
    );
  return (
    <Text>
      <Words inlines={block.paragraph} />
    </Text>
  );
}

function Words({ inlines }: { inlines: Inline[] }) {
  return inlines.map((inline) => {
    const key = JSON.stringify(inline);
    if ('strong' in inline) return <strong key={key}>{inline.strong}</strong>;
    if ('code' in inline) return <code key={key}>{inline.code}</code>;
    if ('link' in inline)
      return (
        <a key={key} href={inline.link}>
          {inline.text}
        </a>
      );
    return inline.text;
  });
}
