// Why this tablet takes no answers now, each in a plain sentence.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../screens/heading.tsx';
import { Leave } from './ending.tsx';

/** Seconds for whoever stands there to call somebody. */
const UNKEPT = 120;

export function Revoked({ unsent }: { unsent: number }) {
  const { t } = useTranslation('kiosk');
  return (
    <Closed title={t('revoked.title')} text={t('revoked.text')}>
      {unsent > 0 && <p>{t('revoked.kept', { n: unsent })}</p>}
    </Closed>
  );
}

export function Full() {
  const { t } = useTranslation('kiosk');
  return <Closed title={t('full.title')} text={t('full.text')} />;
}

/** The store had no room for this very answer: nothing is thanked for that is not kept. */
export function Unkept({ again, leave }: { again: () => void; leave: () => void }) {
  const { t } = useTranslation('kiosk');
  return (
    <Closed title={t('unkept.title')} text={t('unkept.text')}>
      <button type="button" className="primary" onClick={again}>
        {t('unkept.again')}
      </button>
      <Leave after={UNKEPT} leave={leave} />
    </Closed>
  );
}

function Closed({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="notice">
      <Heading>{title}</Heading>
      <p>{text}</p>
      {children}
    </section>
  );
}
