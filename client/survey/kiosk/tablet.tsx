// The tablet at the counter, from its store on: paired with a key of its own, or by the code in its address.
import i18next from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import kiosk from '../../locales/vi/kiosk.json';
import type { Address } from '../address.ts';
import { usePreferences } from '../preferences.ts';
import { AskCode } from '../screens/ask-code.tsx';
import { Frame } from '../screens/frame.tsx';
import { Heading } from '../screens/heading.tsx';
import { keepAppFiles } from './app-files.ts';
import { containVisitor } from './containment.ts';
import { type DeviceStore, openDeviceStore } from './device-store.ts';
import './device.css';
import { canSign } from './keys.ts';
import { Kiosk } from './kiosk.tsx';
import { PairingScreen } from './pairing.tsx';
import { type Standing, type Station, startStation } from './station.ts';
import { useView } from './use-view.ts';

i18next.addResourceBundle('vi', 'kiosk', kiosk);

export function Tablet({ address }: { address: Address }) {
  const control = usePreferences(null);
  const store = useStore();
  const { t } = useTranslation('kiosk');
  const [release, setRelease] = useState<(() => void) | null>(null);
  useEffect(() => {
    setRelease(() => containVisitor());
    void keepAppFiles();
  }, []);
  if (store === 'none' || !store)
    return (
      <Frame manner="kiosk" view={null} control={control}>
        {store === 'none' && (
          <section className="notice">
            <Heading>{t('noStore.title')}</Heading>
            <p>{t('noStore.text')}</p>
          </section>
        )}
      </Frame>
    );
  return <Stationed db={store} address={address} control={control} release={release ?? (() => undefined)} />;
}

interface StationedProps {
  db: DeviceStore;
  address: Address;
  control: ReturnType<typeof usePreferences>;
  /** Lets visitors out again. */
  release: () => void;
}

function Stationed({ db, address, control, release }: StationedProps) {
  const { station, standing } = useStation(db);
  if (!station || !standing)
    return (
      <Frame manner="kiosk" view={null} control={control}>
        {null}
      </Frame>
    );
  const plain = address.typed !== '';
  const code = plain ? address.code : (standing.device?.touchpoint ?? null);
  if (!plain && !code)
    return (
      <Frame manner="kiosk" view={null} control={control}>
        {canSign() ? <PairingScreen db={db} paired={station.wake} /> : <NeedsHttps />}
      </Frame>
    );
  return (
    <Surveyed
      {...{ db, control, release, station, standing, code }}
      typed={address.typed}
      lane={plain ? 'plain' : 'signed'}
    />
  );
}

interface SurveyedProps extends Omit<StationedProps, 'address'> {
  station: Station;
  standing: Standing;
  code: string | null;
  typed: string;
  lane: 'plain' | 'signed';
}

function Surveyed({ code, ...props }: SurveyedProps) {
  const survey = useView(props.db, code);
  return <Kiosk {...props} {...survey} />;
}

/** A key pair needs a secure context; the plain way does not. */
function NeedsHttps() {
  const { t } = useTranslation('kiosk');
  return (
    <section className="notice">
      <Heading>{t('needsHttps.title')}</Heading>
      <p>{t('needsHttps.text')}</p>
      <AskCode manner="kiosk" typed="" />
    </section>
  );
}

function useStore(): DeviceStore | 'none' | null {
  const [store, setStore] = useState<DeviceStore | 'none' | null>(null);
  useEffect(() => {
    openDeviceStore(() => window.location.reload()).then(setStore, () => setStore('none'));
  }, []);
  return store;
}

function useStation(db: DeviceStore) {
  const [station, setStation] = useState<Station | null>(null);
  const [standing, setStanding] = useState<Standing | null>(null);
  useEffect(() => {
    const started = startStation(db, setStanding);
    setStation(started);
    return started.stop;
  }, [db]);
  return { station, standing };
}
