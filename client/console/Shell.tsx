// The frame of every page: product, province, demo banner, navigation, language.
import { Anchor, Container, Group, SegmentedControl, Text } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { LANGUAGES } from '../i18n.ts';
import { changeLanguage, useLanguage } from './i18n.ts';
import { useInstallation } from './installation.ts';
import { LoadingPanel } from './panels.tsx';
import classes from './Shell.module.css';

export function Shell() {
  const { t } = useTranslation();
  return (
    <>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <Container component="main" id="main" tabIndex={-1} size="xl" py="lg" className={classes.main}>
        <Suspense fallback={<LoadingPanel />}>
          <Outlet />
        </Suspense>
      </Container>
    </>
  );
}

function Header() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useInstallation();
  const province = data?.province;
  return (
    <header className={classes.header}>
      <Container size="xl">
        <Group justify="space-between" gap="sm" py="sm">
          <Group gap="md">
            <Anchor component={Link} to="/" className={classes.product}>
              Lắng Nghe
            </Anchor>
            {province && <Text>{(language === 'en' && province.nameEn) || province.name}</Text>}
          </Group>
          <Group gap="md" className={classes.noPrint}>
            <nav aria-label={t('shell.navigation')}>
              <NavLink to="/results" className={classes.link}>
                {t('shell.results')}
              </NavLink>
            </nav>
            <SegmentedControl
              size="sm"
              aria-label={t('shell.language')}
              value={language}
              onChange={changeLanguage}
              data={LANGUAGES.map(([code, name]) => ({
                value: code,
                label: <span lang={code}>{name}</span>,
              }))}
            />
          </Group>
        </Group>
      </Container>
      {data?.demo && (
        <div className={classes.demo}>
          <Container size="xl" py="xs">
            {t('shell.demo')}
          </Container>
        </div>
      )}
    </header>
  );
}
