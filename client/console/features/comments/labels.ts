// The labels of comments in the reader's language.
import { useMemo } from 'react';
import { ALLEGATION, COMMENT_LABELS } from '#domain/comments.ts';
import { textIn } from '../../format.ts';
import { useLanguage } from '../../i18n.ts';

export interface LabelOption {
  value: string;
  label: string;
}

/** The labels in words; without the one for allegations where nobody may know of them. */
export function useLabelOptions(allegations: boolean): LabelOption[] {
  const language = useLanguage();
  return useMemo(
    () =>
      COMMENT_LABELS.filter(({ code }) => allegations || code !== ALLEGATION).map(({ code, text }) => ({
        value: code,
        label: textIn(text, language),
      })),
    [language, allegations],
  );
}
