import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../outbox.ts';
import { DeliveryScreen } from '../screens/delivery.tsx';
import { Thanks } from '../screens/thanks.tsx';

/** Seconds that the last screens stay for whoever does not touch them. */
const THANKS = 10;
const SENDING = 20;

export function KioskThanks({ id, leave }: { id: string; leave: () => void }) {
  return (
    <Thanks id={id}>
      <Leave after={THANKS} leave={leave} />
    </Thanks>
  );
}

/** Nobody has to wait for the network: the tablet goes on sending behind the start screen. */
export function KioskSending(props: {
  delivery: Delivery | undefined;
  tryNow: () => void;
  leave: () => void;
}) {
  const { t } = useTranslation();
  const { leave, ...sending } = props;
  return (
    <DeliveryScreen {...sending} kept={t('sending.keptHere')}>
      <Leave after={SENDING} leave={leave} />
    </DeliveryScreen>
  );
}

function Leave({ after, leave }: { after: number; leave: () => void }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(after);
  const act = useRef(leave);
  act.current = leave;
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left === 0) act.current();
  }, [left]);
  return (
    <button type="button" className="leave" onClick={leave}>
      {t('thanks.again')} <span aria-hidden="true">({left})</span>
    </button>
  );
}
