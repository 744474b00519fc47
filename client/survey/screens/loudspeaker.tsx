import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { read, voiceFor, type Words } from '../reading.ts';

interface Props extends Omit<Words, 'language'> {
  /** Id of the words on the screen. */
  describedBy?: string;
}

/** Reads words aloud, in the language of the screen; not there where nothing could. */
export function Loudspeaker({ text, recording, describedBy }: Props) {
  const { t, i18n } = useTranslation();
  const { language } = i18n;
  const voice = useVoice(language);
  const [reading, setReading] = useState(false);
  const stop = useRef(() => {});
  // Other words, or none any more: silence.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the words change
  useEffect(() => () => stop.current(), [text, recording]);
  if (!recording && !voice) return null;
  const press = () => {
    if (reading) return stop.current();
    setReading(true);
    stop.current = read({ text, language, recording }, () => setReading(false));
  };
  return (
    <button
      type="button"
      className="loudspeaker"
      aria-label={t('readAloud')}
      aria-describedby={describedBy}
      aria-pressed={reading}
      onClick={press}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M3 9h4l6-5v16l-6-5H3z" className="half" />
        <path d="M16 8a5 5 0 0 1 0 8M18.5 5a9 9 0 0 1 0 14" className="ring" />
      </svg>
    </button>
  );
}

/** Whether the device has a voice of a language; some find theirs only a while after the page has come. */
function useVoice(language: string): boolean {
  const [, setFound] = useState(0);
  useEffect(() => {
    const look = () => setFound((times) => times + 1);
    globalThis.speechSynthesis?.addEventListener?.('voiceschanged', look);
    return () => globalThis.speechSynthesis?.removeEventListener?.('voiceschanged', look);
  }, []);
  return voiceFor(language) !== undefined;
}
