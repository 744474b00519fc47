// How one respondent wants to read: text size, contrast, language. Forgotten with the respondent.
import i18next from 'i18next';
import { useCallback, useEffect, useState } from 'react';
import { FIRST_LANGUAGE } from '../i18n.ts';
import { type Keeper, readFrom, writeTo } from './storage.ts';

/** Text sizes in per cent. */
export const TEXT_SIZES = [100, 125, 150, 200];

export interface Preferences {
  textSize: number;
  highContrast: boolean;
  language: string;
}

const KEY = 'lang-nghe.preferences';
const START: Preferences = { textSize: 100, highContrast: false, language: FIRST_LANGUAGE };

/** The next text size in a direction, within bounds. */
export function stepped(textSize: number, step: -1 | 1): number {
  return TEXT_SIZES[TEXT_SIZES.indexOf(textSize) + step] ?? textSize;
}

export interface PreferenceControl {
  preferences: Preferences;
  change: (wish: Partial<Preferences>) => void;
  reset: () => void;
}

/** @param storage where they survive a reload; null on a shared tablet */
export function usePreferences(storage: Keeper | null): PreferenceControl {
  const [preferences, setPreferences] = useState(() => ({
    ...START,
    ...readFrom<Partial<Preferences>>(storage, KEY),
  }));
  const { textSize, highContrast, language } = preferences;
  useEffect(() => {
    document.documentElement.dataset.textSize = String(textSize);
    document.documentElement.dataset.contrast = highContrast ? 'high' : 'normal';
  }, [textSize, highContrast]);
  useEffect(() => {
    if (i18next.language !== language) void i18next.changeLanguage(language);
  }, [language]);
  const change = useCallback(
    (wish: Partial<Preferences>) =>
      setPreferences((before) => {
        const after = { ...before, ...wish };
        writeTo(storage, KEY, after);
        return after;
      }),
    [storage],
  );
  const reset = useCallback(() => change(START), [change]);
  return { preferences, change, reset };
}
