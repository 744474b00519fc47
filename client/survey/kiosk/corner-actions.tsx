import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { dayOf, formatDay } from '#domain/days.ts';
import { receiptOf } from '#domain/receipts.ts';
import type { CornerProps } from './corner.tsx';
import { forgetPairing } from './pairings.ts';
import { fileOfUnsent, saveFile } from './unsent-file.ts';

/** No response has this id: the receipt is a sample. */
const SAMPLE = receiptOf('00000000-0000-4000-8000-000000000000');

/** What staff may do. On a tablet without a code nobody is known to be staff, so that nothing leaves it. */
export function CornerActions({ db, standing, station, release, leave }: CornerProps) {
  const { t } = useTranslation('kiosk');
  const [said, setSaid] = useState('');
  const [sure, setSure] = useState(false);
  const { device, state } = standing;
  const send = async () => {
    setSaid(t('corner.sending'));
    await station.wake();
    setSaid(t('corner.tried'));
  };
  const save = async () => {
    const file = await fileOfUnsent(db);
    if (file === null) return setSaid(t('corner.busy'));
    saveFile(`phieu-chua-gui-${device?.id.slice(0, 8)}-${formatDay(dayOf(Date.now()))}.json`, file);
    setSaid(t('corner.saved'));
  };
  const pairAnew = async () => {
    if (!sure) return setSure(true);
    await forgetPairing(db);
    window.location.assign('/kiosk');
  };
  const exit = () => {
    release();
    window.location.replace('/');
  };
  return (
    <>
      <p role="status">{said}</p>
      <div className="actions">
        <button type="button" className="primary" onClick={leave}>
          {t('corner.back')}
        </button>
        {state !== 'revoked' && (
          <button type="button" onClick={send}>
            {t('corner.send')}
          </button>
        )}
        {device && standing.unsent + standing.setAside > 0 && (
          <button type="button" onClick={save}>
            {t('corner.save')}
          </button>
        )}
        <button type="button" onClick={() => window.print()}>
          {t('corner.print')}
        </button>
        {device && state === 'revoked' && (
          <button type="button" onClick={pairAnew}>
            {t(sure ? 'corner.pairSure' : 'corner.pair')}
          </button>
        )}
        {device && (
          <button type="button" onClick={exit}>
            {t('corner.exit')}
          </button>
        )}
      </div>
      {createPortal(
        <div className="test-print" aria-hidden="true">
          <p>{t('print.title')}</p>
          <p className="code">{SAMPLE}</p>
          <p>{t('print.note')}</p>
        </div>,
        document.body,
      )}
    </>
  );
}
