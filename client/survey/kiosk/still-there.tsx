import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** Asks before the tablet forgets what has been answered. */
export function StillThere({ left, stay, end }: { left: number; stay: () => void; end: () => void }) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div
      className="still-there notice"
      role="alertdialog"
      aria-labelledby="idle"
      aria-describedby="idle-text"
    >
      <h1 id="idle">{t('idle.title')}</h1>
      <p id="idle-text">{t('idle.text')}</p>
      <p className="countdown" role="timer">
        {t('idle.left', { n: left })}
      </p>
      <button ref={button} type="button" className="primary big" onClick={stay}>
        {t('idle.stay')}
      </button>
      <button type="button" onClick={end}>
        {t('kiosk.end')}
      </button>
    </div>
  );
}
