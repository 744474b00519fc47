// The frame of every page: a side bar on wide screens, a drawer on narrow ones.
import { ActionIcon, Container, Drawer, Text } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import type { Permission } from '#domain/roles.ts';
import { useInstallation } from './installation.ts';
import { LoadingPanel } from './panels.tsx';
import classes from './Shell.module.css';
import { SideBar } from './SideBar.tsx';

/** A page that is listed on every page. */
export interface NavigationEntry {
  /** Its path, under which its name stands in the texts, too. */
  to: string;
  /** The permission without which it is not listed; null is for everybody. */
  needs: Permission | null;
}

export function Shell({ navigation }: { navigation: readonly NavigationEntry[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#main">
        {t('shell.skip')}
      </a>
      <div className={classes.side}>
        <SideBar navigation={navigation} />
      </div>
      <div className={classes.page}>
        <TopBar navigation={navigation} />
        <DemoBanner />
        <Container component="main" id="main" tabIndex={-1} size="xl" py="lg" className={classes.main}>
          <Suspense fallback={<LoadingPanel />}>
            <Outlet />
          </Suspense>
        </Container>
      </div>
    </div>
  );
}

function TopBar({ navigation }: { navigation: readonly NavigationEntry[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <header className={classes.top}>
      <ActionIcon
        variant="subtle"
        color="dark"
        size={44}
        aria-label={t('shell.menu')}
        onClick={() => setOpen(true)}
      >
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d="M4 6h16M4 12h16M4 18h16" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
        </svg>
      </ActionIcon>
      <Link to="/" className={classes.product}>
        Lắng Nghe
      </Link>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        size="min(20rem, 100vw)"
        padding={0}
        title={t('shell.navigation')}
        classNames={{ header: classes.drawerHeader, title: classes.drawerTitle }}
        closeButtonProps={{ 'aria-label': t('shell.closeMenu'), size: 44 }}
      >
        <SideBar navigation={navigation} onLeave={() => setOpen(false)} />
      </Drawer>
    </header>
  );
}

function DemoBanner() {
  const { t } = useTranslation();
  const { data } = useInstallation();
  if (!data?.demo) return null;
  return (
    <Text className={classes.demo} px="md" py={6}>
      {t('shell.demo')}
    </Text>
  );
}
