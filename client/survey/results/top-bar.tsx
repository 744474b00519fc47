import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../i18n.ts';
import type { Place } from './address.ts';

interface TopBarProps {
  name: string;
  place: Place;
  /** The address of the same page in a language. */
  address: (language: string) => string;
}

export function TopBar({ name, place: { language, demo }, address }: TopBarProps) {
  const { t } = useTranslation('public');
  return (
    <header>
      {demo && <p className="demo">{t('demo')}</p>}
      <div className="bar">
        <span lang="vi">{name}</span>
        <nav aria-label={t('languages')} className="links">
          {LANGUAGES.filter(([code]) => code !== language).map(([code, own]) => (
            <a key={code} href={address(code)} lang={code} hrefLang={code}>
              {own}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}
