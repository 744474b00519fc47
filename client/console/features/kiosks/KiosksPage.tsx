// The tablets at the counters: how they are, paired, moved, revoked.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useChange } from '../../address.ts';
import { List } from '../../list/List.tsx';
import { useMay } from '../../me.ts';
import { Page } from '../../Page.tsx';
import { useKioskChoices, useKioskColumns } from './columns.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { KioskActions } from './KioskActions.tsx';
import { PairingDialog } from './PairingDialog.tsx';
import { useDevices } from './queries.ts';

/** Stands in the address that a tablet's QR code leads to; its value is the code that the tablet shows. */
const PAIRING = 'pairing';

export default function KiosksPage() {
  const { t } = useTranslation();
  const may = useMay('devices.write');
  const devices = useDevices();
  const columns = useKioskColumns();
  const choices = useKioskChoices();
  const pairing = usePairing();
  const [importing, setImporting] = useState(false);
  const buttons = may && (
    <>
      <Button variant="default" onClick={() => setImporting(true)}>
        {t('kiosks.import.button')}
      </Button>
      <Button onClick={pairing.open}>{t('kiosks.pair.button')}</Button>
    </>
  );
  return (
    <Page title={t('nav.kiosks')} about={t('kiosks.about')}>
      <List
        caption={t('nav.kiosks')}
        query={devices}
        columns={columns}
        choices={choices}
        rowKey={({ id }) => id}
        actions={(device) => <KioskActions device={device} />}
        toolbar={buttons}
        empty={{
          title: t('kiosks.none'),
          children: t('kiosks.noneHow', { address: `${window.location.host}/kiosk` }),
        }}
        file="may-tinh-bang"
      />
      {may && pairing.code !== null && <PairingDialog code={pairing.code} onClose={pairing.close} />}
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </Page>
  );
}

/** Whether a tablet is being paired, and with which code. */
function usePairing() {
  const [params] = useSearchParams();
  const change = useChange({ replace: true });
  const [asked, setAsked] = useState(false);
  const scanned = params.get(PAIRING);
  return {
    code: scanned ?? (asked ? '' : null),
    open: () => setAsked(true),
    close: () => {
      setAsked(false);
      if (scanned !== null) change({ [PAIRING]: null });
    },
  };
}
