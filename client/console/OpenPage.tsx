// The frame of pages for those who are not at work yet: signing in, choosing a password, setting up.
import { Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { LANGUAGES } from '../i18n.ts';
import { changeLanguage, useLanguage } from './i18n.ts';
import { useInstallation } from './installation.ts';
import classes from './OpenPage.module.css';
import { useHeading } from './Page.tsx';
import { LoadingPanel } from './panels.tsx';

/** Where these pages stand among the routes: each comes when it is asked for. */
export function Open() {
  return (
    <Suspense fallback={<LoadingPanel />}>
      <Outlet />
    </Suspense>
  );
}

interface OpenPageProps {
  title: string;
  about?: ReactNode;
  /** For a page with more than a few fields. */
  wide?: boolean;
  children: ReactNode;
}

export function OpenPage({ title, about, wide = false, children }: OpenPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const province = useInstallation().data?.province;
  const heading = useHeading(title);
  return (
    <div className={classes.page} data-wide={wide || undefined}>
      <header className={classes.header}>
        <p className={classes.brand}>
          <strong>Lắng Nghe</strong>
          {province && <span>{(language === 'en' && province.nameEn) || province.name}</span>}
        </p>
        <SegmentedControl
          size="sm"
          aria-label={t('shell.language')}
          value={language}
          onChange={changeLanguage}
          data={LANGUAGES.map(([code, name]) => ({ value: code, label: <span lang={code}>{name}</span> }))}
        />
      </header>
      <Paper component="main" withBorder className={classes.main}>
        <Stack gap="lg">
          <div>
            <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
              {title}
            </Title>
            {about && <Text mt={4}>{about}</Text>}
          </div>
          {children}
        </Stack>
      </Paper>
    </div>
  );
}
