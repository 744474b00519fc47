import { Anchor, Paper, SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../i18n.ts';
import { Page } from '../../Page.tsx';
import { GUIDES } from './guides.ts';

export default function HelpPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Page title={t('nav.help')} about={t('help.about')}>
      {language !== 'vi' && <Text>{t('help.language')}</Text>}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {GUIDES.map((guide) => (
          <Paper key={guide} withBorder p="lg">
            <Anchor component={Link} to={`/help/${guide}`} fw={600}>
              {t(`help.guides.${guide}.title`)}
            </Anchor>
            <Text mt={4}>{t(`help.guides.${guide}.about`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
    </Page>
  );
}
