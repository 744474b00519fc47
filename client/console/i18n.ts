// The console's texts, and figures as the chosen language writes them.
import i18next from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api.ts';
import { FIRST_LANGUAGE, LANGUAGES, startI18n } from '../i18n.ts';
import vietnamese from '../locales/vi/console.json';
import vietnameseErrors from '../locales/vi/errors.json';
import { type Format, formatFor } from './format.ts';

const STORED = 'console.language';

/** Starts the texts, in the language last chosen in this browser. */
export async function startTexts(): Promise<void> {
  const files = import.meta.glob(
    ['../locales/*/console.json', '../locales/*/errors.json', '!../locales/vi/*.json'],
    { import: 'default' },
  );
  await startI18n({ console: vietnamese, errors: vietnameseErrors }, files);
  const stored = storedLanguage();
  if (LANGUAGES.some(([code]) => code === stored)) await i18next.changeLanguage(stored);
}

function storedLanguage(): string {
  try {
    return localStorage.getItem(STORED) ?? FIRST_LANGUAGE;
  } catch {
    return FIRST_LANGUAGE;
  }
}

/** Switches the language of the console and remembers it in this browser. */
export async function changeLanguage(code: string): Promise<void> {
  try {
    localStorage.setItem(STORED, code);
  } catch {
    // Without storage the choice lasts until the page is left.
  }
  await i18next.changeLanguage(code);
}

/** The language shown, `vi`. */
export function useLanguage(): string {
  return useTranslation().i18n.language;
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formatFor(language), [language]);
}

/** What to tell the reader about an error: the translation of its code. */
export function useErrorText(error: Error): string {
  const { t } = useTranslation('errors');
  const code = error instanceof ApiError ? error.code : 'internal';
  return t([`errors.${code}`, 'errors.internal']);
}
