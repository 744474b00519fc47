import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Thanks } from '../screens/thanks.tsx';

/** Seconds that the last screen stays for whoever does not touch it. */
const THANKS = 10;

interface Props {
  id: string;
  /** Something waits on this tablet: the network or the server is away. */
  unsent: boolean;
  leave: () => void;
}

/** Nobody has to wait for the network: what is kept here will be sent. */
export function KioskThanks({ id, unsent, leave }: Props) {
  const { t } = useTranslation('kiosk');
  return (
    <Thanks id={id}>
      {unsent && <p className="aside">{t('keptHere')}</p>}
      <Leave after={THANKS} leave={leave} />
    </Thanks>
  );
}

/** The way back to the start screen, which is taken by itself after some seconds. */
export function Leave({ after, leave }: { after: number; leave: () => void }) {
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
