// Why this tablet takes no answers now, each in a plain sentence.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../screens/heading.tsx';
import { useFaultText } from '../wording.ts';
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

/** The touchpoint of a paired tablet takes no answers: staff have to move the tablet, not visitors. */
export function Unavailable({ code, again }: { code: string; again: () => void }) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  return (
    <Closed title={t('problem.title')} text={faultText('errors', code)}>
      <button type="button" className="primary" onClick={again}>
        {t('problem.again')}
      </button>
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
