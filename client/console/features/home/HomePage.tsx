// What needs me now, with the way to mend it; then how this month goes.
import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n.ts';
import { useMay, useMe } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { ErrorPanel, LoadingPanel } from '../../panels.tsx';
import { MonthFigures } from './MonthFigures.tsx';
import { NeedList } from './NeedList.tsx';
import { firstSteps, needsOf } from './needs.ts';
import { type Home, useHome } from './queries.ts';

export default function HomePage() {
  const { t } = useTranslation();
  const { accountId, name } = useMe();
  const { data, error, refetch } = useHome();
  const title = accountId === null ? t('nav.home') : t('home.welcome', { name });
  return (
    <Page title={title}>
      {data ? (
        <Content home={data} />
      ) : error ? (
        <ErrorPanel error={error} onRetry={refetch} />
      ) : (
        <LoadingPanel />
      )}
    </Page>
  );
}

function Content({ home }: { home: Home }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { permissions } = useMe();
  const mayResults = useMay('results.read');
  const steps = firstSteps(home, permissions);
  const needs = needsOf(home, permissions, format);
  return (
    <Stack gap="xl">
      {steps.length > 0 && (
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('home.next')}
          </Title>
          <NeedList needs={steps} numbered />
        </section>
      )}
      {(needs.length > 0 || steps.length === 0) && (
        <section>
          <Title order={2} size="h4" mb="sm">
            {t('home.now')}
          </Title>
          {needs.length > 0 ? <NeedList needs={needs} /> : <Text>{t('home.allWell')}</Text>}
        </section>
      )}
      {mayResults && <MonthFigures month={home.month} previous={home.previousMonth} />}
    </Stack>
  );
}
