import { useLanguage } from '../../i18n.ts';
import { useSetUpInstallation } from '../../installation.ts';
import { useMe } from '../../me.ts';

/** Whose results somebody sees: the own agency's, or the province's. */
export function usePlace(): string {
  const language = useLanguage();
  const { province } = useSetUpInstallation();
  const { agency } = useMe();
  if (agency) return agency.name;
  return (language === 'en' && province.nameEn) || province.name;
}
