// A tablet without an owner: shows a code for staff to confirm in the console, and waits for that.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '#domain/touchpoints.ts';
import { AskCode } from '../screens/ask-code.tsx';
import { Heading } from '../screens/heading.tsx';
import { useFaultText } from '../wording.ts';
import type { DeviceStore } from './device-store.ts';
import { openPairing, type Pairing, pollPairing } from './pairings.ts';
import { QrCode } from './qr-code.tsx';

const POLL = 3000;

interface Props {
  db: DeviceStore;
  /** The server knows the tablet from now on. */
  paired: () => void;
}

export function PairingScreen({ db, paired }: Props) {
  const { t } = useTranslation('kiosk');
  const faultText = useFaultText();
  const { pairing, reached } = usePairing(db, paired);
  const address = `${window.location.host}/app/kiosks`;
  return (
    <section className="notice pairing">
      <Heading>{t('pairing.title')}</Heading>
      <p>{t('pairing.text', { address })}</p>
      {pairing && (
        <>
          <p className="code">{formatCode(pairing.code)}</p>
          <QrCode text={`${window.location.origin}/app/kiosks?pairing=${pairing.code}`} />
        </>
      )}
      <p role="status">
        {!reached ? faultText('errors', 'offline') : t(pairing ? 'pairing.waiting' : 'pairing.asking')}
      </p>
      <h2>{t('pairing.without')}</h2>
      <AskCode manner="kiosk" typed="" />
    </section>
  );
}

/** The open pairing; a new one when it has expired. */
function usePairing(db: DeviceStore, paired: () => void) {
  const [pairing, setPairing] = useState<Pairing | null>(null);
  const [reached, setReached] = useState(true);
  const done = useRef(paired);
  done.current = paired;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let open: Pairing | null = null;
    const turn = async () => {
      open ??= await openPairing(db);
      const state = open && (await pollPairing(db, open));
      if (over) return;
      if (state === 'confirmed') return done.current();
      if (state === 'expired') open = null;
      setReached(state !== null);
      setPairing(open);
      timer = setTimeout(turn, state === 'expired' ? 0 : POLL);
    };
    void turn();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [db]);
  return { pairing, reached };
}
