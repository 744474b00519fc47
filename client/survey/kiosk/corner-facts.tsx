import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCode } from '#domain/touchpoints.ts';
import { useFaultText } from '../wording.ts';
import type { CornerProps } from './corner.tsx';
import { readFact } from './device-store.ts';
import { readPower } from './heartbeat.ts';
import { VERSION } from './version.ts';

/** How the tablet stands, line by line. */
export function CornerFacts({ db, standing, view }: CornerProps) {
  const { t, i18n } = useTranslation('kiosk');
  const faultText = useFaultText();
  const { battery, clockOffset } = useMeasured(db);
  const { device, room } = standing;
  const number = (n: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(i18n.language, options).format(n);
  const megabytes = (bytes: number) => number(bytes / 1024 / 1024, { maximumFractionDigits: 0 });
  const when = (instant: number) =>
    new Intl.DateTimeFormat(i18n.language === 'vi' ? 'vi-VN' : i18n.language, {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: 'Asia/Ho_Chi_Minh',
    }).format(instant);
  const minutes = Math.round((clockOffset ?? 0) / 60_000);
  return (
    <dl className="facts">
      {device && <Fact name={t('facts.device')}>{device.name}</Fact>}
      {view && (
        <Fact name={t('facts.touchpoint')}>
          {view.name} ({formatCode(view.code)})
        </Fact>
      )}
      <Fact name={t('facts.unsent')}>{number(standing.unsent)}</Fact>
      <Fact name={t('facts.setAside')}>{number(standing.setAside)}</Fact>
      <Fact name={t('facts.lastContact')}>
        {standing.lastContact === null ? t('facts.never') : when(standing.lastContact)}
      </Fact>
      {standing.trouble && <Fact name={t('facts.trouble')}>{faultText('errors', standing.trouble)}</Fact>}
      <Fact name={t('facts.version')}>{`${VERSION} · ${view?.questionnaire.id ?? ''}`}</Fact>
      <Fact name={t('facts.storage')}>
        {room.usage !== null && room.quota !== null
          ? t('facts.room', { used: megabytes(room.usage), all: megabytes(room.quota) })
          : t('facts.unknown')}
        {' · '}
        {t(room.persisted ? 'facts.persisted' : 'facts.notPersisted')}
      </Fact>
      {battery !== null && <Fact name={t('facts.battery')}>{number(battery, { style: 'percent' })}</Fact>}
      {Math.abs(minutes) >= 2 && (
        <Fact name={t('facts.clock')}>{t('facts.clockOff', { n: number(Math.abs(minutes)) })}</Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function useMeasured(db: CornerProps['db']) {
  const [measured, setMeasured] = useState<{ battery: number | null; clockOffset: number | null }>({
    battery: null,
    clockOffset: null,
  });
  useEffect(() => {
    void Promise.all([readPower(), readFact(db, 'clockOffset')]).then(([{ battery }, offset]) =>
      setMeasured({ battery, clockOffset: offset ?? null }),
    );
  }, [db]);
  return measured;
}
