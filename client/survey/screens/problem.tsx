import { useTranslation } from 'react-i18next';
import type { Manner } from '../address.ts';
import { useFaultText } from '../wording.ts';
import { AskCode } from './ask-code.tsx';
import { Heading } from './heading.tsx';

interface Props {
  code: string;
  manner: Manner;
  typed: string;
  again: () => void;
}

/** Why there is no questionnaire to answer, and a way on. */
export function Problem({ code, manner, typed, again }: Props) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const wrongCode = code === 'unknown_touchpoint' || code === 'touchpoint_revoked';
  return (
    <section className="notice">
      <Heading>{t('problem.title')}</Heading>
      <p>{faultText('errors', code)}</p>
      {wrongCode ? (
        <AskCode manner={manner} typed={typed} />
      ) : (
        <button type="button" className="primary" onClick={again}>
          {t('problem.again')}
        </button>
      )}
    </section>
  );
}
