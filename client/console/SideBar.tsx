// What stands beside every page: whose installation it is, the pages, who is signed in, the language.
import { SegmentedControl, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { LANGUAGES } from '../i18n.ts';
import { signOut } from './features/session/queries.ts';
import { changeLanguage, useLanguage } from './i18n.ts';
import { Icon } from './icons.tsx';
import { useInstallation } from './installation.ts';
import { type Me, useMeQuery } from './me.ts';
import { tellError } from './messages.ts';
import classes from './Shell.module.css';
import type { NavigationEntry } from './Shell.tsx';

interface SideBarProps {
  navigation: readonly NavigationEntry[];
  /** Called when a page was chosen. */
  onLeave?: () => void;
}

export function SideBar({ navigation, onLeave }: SideBarProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const province = useInstallation().data?.province;
  const { data: me } = useMeQuery();
  const listed = navigation.filter(({ needs }) => needs === null || me?.permissions.includes(needs));
  return (
    <div className={classes.bar}>
      <div className={classes.brand}>
        <Link to="/" className={classes.product} onClick={onLeave}>
          Lắng Nghe
        </Link>
        {province && <Text size="sm">{(language === 'en' && province.nameEn) || province.name}</Text>}
      </div>
      <nav aria-label={t('shell.navigation')}>
        <ul className={classes.links}>
          {listed.map(({ to }) => (
            <li key={to}>
              <NavLink to={`/${to}`} className={classes.link} onClick={onLeave}>
                <Icon name={to} />
                {t(`nav.${to}`)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes.foot}>
        {me && <Who me={me} onLeave={onLeave} />}
        <SegmentedControl
          fullWidth
          size="sm"
          aria-label={t('shell.language')}
          value={language}
          onChange={changeLanguage}
          data={LANGUAGES.map(([code, name]) => ({ value: code, label: <span lang={code}>{name}</span> }))}
        />
      </div>
    </div>
  );
}

function Who({ me, onLeave }: { me: Me; onLeave: SideBarProps['onLeave'] }) {
  const { t } = useTranslation();
  const { data: installation } = useInstallation();
  const { mutate, isPending } = useMutation({ mutationFn: signOut, onError: tellError });
  const name = me.accountId === null ? t('shell.operator') : me.name;
  return (
    <div className={classes.who}>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="xs">{[t(`shell.roles.${me.role}`), me.agency?.name].filter(Boolean).join(' · ')}</Text>
      <ul className={classes.ways}>
        {me.accountId !== null && (
          <li>
            <NavLink to="/my-account" className={classes.link} onClick={onLeave}>
              <Icon name="my-account" />
              {t('nav.my-account')}
            </NavLink>
          </li>
        )}
        {me.accountId !== null ? (
          <li>
            <button type="button" className={classes.link} disabled={isPending} onClick={() => mutate()}>
              <Icon name="sign-out" />
              {t('session.signOut')}
            </button>
          </li>
        ) : (
          installation?.accounts && (
            <li>
              <NavLink to="/sign-in" className={classes.link} onClick={onLeave}>
                <Icon name="my-account" />
                {t('session.signIn')}
              </NavLink>
            </li>
          )
        )}
      </ul>
    </div>
  );
}
