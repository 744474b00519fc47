import { useTranslation } from 'react-i18next';
import type { Questionnaire, Texts } from '#domain/questionnaire.ts';

export type Say = (texts: Texts) => string;

/** A text in this language, or in the first that it has: the official one. */
export function textIn(texts: Texts, language: string, first: string): string {
  return texts[language] ?? texts[first] ?? Object.values(texts)[0] ?? '';
}

/** Says the questionnaire's texts in the language chosen. */
export function useSay({ languages }: Pick<Questionnaire, 'languages'>): Say {
  const { i18n } = useTranslation();
  return (texts) => textIn(texts, i18n.language, languages[0] ?? '');
}

/** Says what an error or issue code means; a code without words of its own gets the plainest ones. */
export function useFaultText(): (kind: 'errors' | 'issues', code: string) => string {
  const { t } = useTranslation('errors');
  return (kind, code) => t([`${kind}.${code}`, kind === 'errors' ? 'errors.internal' : 'errors.invalid']);
}
