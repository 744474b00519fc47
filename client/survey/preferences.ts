// How one respondent wants to read and to hold the device: text size, contrast, hand, language. Forgotten with the respondent.
import i18next from 'i18next';
import { useCallback, useEffect, useState } from 'react';
import { FIRST_LANGUAGE } from '../i18n.ts';
import { type Keeper, readFrom, removeFrom, writeTo } from './storage.ts';

/** Text sizes in per cent. */
export const TEXT_SIZES = [100, 125, 150, 200];

export interface Preferences {
  textSize: number;
  highContrast: boolean;
  /** The way on is under the left thumb. */
  leftHanded: boolean;
  language: string;
}

const KEY = 'lang-nghe.preferences';
/** Of the address. */
const LANGUAGE = 'lang';

/** What a person begins with who has chosen nothing: the device itself may ask for more contrast. */
function atFirst(): Preferences {
  const highContrast = window.matchMedia('(prefers-contrast: more)').matches;
  return { textSize: 100, highContrast, leftHanded: false, language: FIRST_LANGUAGE };
}

/** What was chosen holds on this page, and is kept no longer. */
export function dropPreferences(storage: Keeper | null): void {
  removeFrom(storage, KEY);
}

/** The next text size in a direction, within bounds. */
export function stepped(textSize: number, step: -1 | 1): number {
  return TEXT_SIZES[TEXT_SIZES.indexOf(textSize) + step] ?? textSize;
}

export interface PreferenceControl {
  preferences: Preferences;
  change: (wish: Partial<Preferences>) => void;
  reset: () => void;
}

/**
 * The language to start with: the one that the address asks for, as it does where no program runs, or else the one
 * that was chosen in this tab.
 */
export function languageWanted({ search }: Pick<Location, 'search'>, storage: Keeper | null): string {
  // The server has looked at what the address asks for, and says on the page what it took it for.
  if (new URLSearchParams(search).has(LANGUAGE)) return document.documentElement.lang;
  return readFrom<Partial<Preferences>>(storage, KEY)?.language ?? FIRST_LANGUAGE;
}

/** The language was chosen anew, so the address no longer has a say in it. */
function forgetLanguageInAddress(): void {
  const address = new URL(window.location.href);
  if (!address.searchParams.has(LANGUAGE)) return;
  address.searchParams.delete(LANGUAGE);
  window.history.replaceState(window.history.state, '', address);
}

/** @param storage where they survive a reload; null on a shared tablet */
export function usePreferences(storage: Keeper | null): PreferenceControl {
  const [preferences, setPreferences] = useState(() => ({
    ...atFirst(),
    ...readFrom<Partial<Preferences>>(storage, KEY),
    ...(storage && { language: languageWanted(window.location, storage) }),
  }));
  const { textSize, highContrast, leftHanded, language } = preferences;
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.textSize = String(textSize);
    dataset.contrast = highContrast ? 'high' : 'normal';
    dataset.hand = leftHanded ? 'left' : 'right';
  }, [textSize, highContrast, leftHanded]);
  useEffect(() => {
    if (i18next.language !== language) void i18next.changeLanguage(language);
  }, [language]);
  const change = useCallback(
    (wish: Partial<Preferences>) =>
      setPreferences((before) => {
        const after = { ...before, ...wish };
        writeTo(storage, KEY, after);
        if (wish.language) forgetLanguageInAddress();
        return after;
      }),
    [storage],
  );
  const reset = useCallback(() => change(atFirst()), [change]);
  return { preferences, change, reset };
}
