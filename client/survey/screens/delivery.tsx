import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../outbox.ts';
import { useTitle } from '../use-title.ts';
import { useFaultText } from '../wording.ts';
import { Heading } from './heading.tsx';

interface Props {
  delivery: Delivery | undefined;
  tryNow: () => void;
  /** What becomes of the answers meanwhile. */
  kept: string;
  /** Ways on from here. */
  children?: ReactNode;
}

/** The moments between the last tap and the server's word; on a bad network they may be long. */
export function DeliveryScreen({ delivery, tryNow, kept, children }: Props) {
  const { t } = useTranslation();
  const faultText = useFaultText();
  const state = delivery?.step === 'refused' || delivery?.step === 'waiting' ? delivery.step : 'title';
  useTitle(t(`sending.${state}`));
  useHoldingOn(delivery?.step === 'waiting');
  if (delivery?.step === 'refused')
    return (
      <section className="notice">
        <Heading key="refused">{t('sending.refused')}</Heading>
        <p>{faultText('errors', delivery.error.code)}</p>
        {delivery.error.issues.map((issue) => (
          <p key={issue.path.join('.')}>{faultText('issues', issue.code)}</p>
        ))}
        {children}
      </section>
    );
  if (delivery?.step !== 'waiting')
    return (
      <section className="notice" aria-busy="true">
        <Heading key="sending">{t('sending.title')}</Heading>
      </section>
    );
  return (
    <section className="notice">
      <Heading key="waiting">{t('sending.waiting')}</Heading>
      <p>{faultText('errors', delivery.code)}</p>
      <p>{kept}</p>
      <button type="button" className="primary" onClick={tryNow}>
        {t('sending.tryNow')}
      </button>
      {children}
    </section>
  );
}

/** Has the browser ask before a tab is closed whose answers would go with it. */
function useHoldingOn(unsent: boolean): void {
  useEffect(() => {
    if (!unsent) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [unsent]);
}
