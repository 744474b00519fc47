import { useTranslation } from 'react-i18next';
import { type Place, resultsAddress } from './address.ts';
import { TopBar } from './top-bar.tsx';

/** Not open to everybody; nothing published; that period not; not now. */
export type NoticeKind = 'closed' | 'none' | 'unknown' | 'trouble';

export function NoticePage({ kind, place }: { kind: NoticeKind; place: Place }) {
  const { t } = useTranslation('public');
  const { language } = place;
  return (
    <>
      <TopBar name="Lắng Nghe" place={place} address={(wanted) => resultsAddress({}, wanted)} />
      <main>
        <section className="card">
          <h1>{t(`notice.${kind}Title`)}</h1>
          <p>{t(`notice.${kind}`)}</p>
          <p className="links">
            {kind === 'unknown' && <a href={resultsAddress({}, language)}>{t('notice.newest')}</a>}
            <a href={language === 'vi' ? '/s' : `/s?lang=${language}`}>{t('notice.answer')}</a>
          </p>
        </section>
      </main>
    </>
  );
}
