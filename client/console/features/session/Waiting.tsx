// How long somebody who tried too often has to wait, counted down.
import { Alert } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Counts seconds down to 0. */
export function useWait() {
  const [until, setUntil] = useState(0);
  const [now, setNow] = useState(Date.now);
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  const waiting = seconds > 0;
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [waiting]);
  return {
    seconds,
    begin: (wait: number) => {
      setNow(Date.now());
      setUntil(Date.now() + wait * 1000);
    },
  };
}

export function Waiting({ seconds }: { seconds: number }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" variant="outline" title={t('session.tooMany')}>
      {/* Said once and not every second. */}
      <span role="alert">{t('session.wait')}</span> <strong>{t('session.seconds', { n: seconds })}</strong>
    </Alert>
  );
}
