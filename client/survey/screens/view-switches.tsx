import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '../../i18n.ts';
import { type PreferenceControl, stepped, TEXT_SIZES } from '../preferences.ts';

interface Props {
  control: PreferenceControl;
  /** The questionnaire's languages; null while it is not known. */
  offered: string[] | null;
  /** Further switches. */
  children?: ReactNode;
}

/** A- A A+, contrast, the hand, and the other languages: what citizens know from the portals. */
export function ViewSwitches({ control: { preferences, change }, offered, children }: Props) {
  const { t } = useTranslation();
  const { textSize, highContrast, leftHanded, language } = preferences;
  const others = (offered ?? LANGUAGES.map(([code]) => code)).filter((code) => code !== language);
  const size = (label: string, sign: string, wanted: number, pressed?: boolean) => (
    <button
      type="button"
      aria-label={`${sign} ${label}`}
      aria-pressed={pressed}
      onClick={() => change({ textSize: wanted })}
    >
      {sign}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as part of the form
    <div className="switches" role="group" aria-label={t('view.label')}>
      {size(t('view.smaller'), 'A-', stepped(textSize, -1))}
      {size(t('view.normal'), 'A', TEXT_SIZES[0] ?? 100, textSize === TEXT_SIZES[0])}
      {size(t('view.larger'), 'A+', stepped(textSize, 1))}
      <button
        type="button"
        aria-label={t('view.contrast')}
        aria-pressed={highContrast}
        onClick={() => change({ highContrast: !highContrast })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <circle cx="12" cy="12" r="9" className="ring" />
          <path d="M12 3a9 9 0 0 1 0 18z" className="half" />
        </svg>
      </button>
      <button
        type="button"
        aria-label={t('view.leftHand')}
        aria-pressed={leftHanded}
        onClick={() => change({ leftHanded: !leftHanded })}
      >
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d="M8 7l-5 5 5 5M3 12h18M16 7l5 5-5 5" className="ring" />
        </svg>
      </button>
      {others.map((code) => (
        <button type="button" key={code} lang={code} onClick={() => change({ language: code })}>
          {nameOf(code)}
        </button>
      ))}
      {children}
    </div>
  );
}

/** A language by its own name. */
export function nameOf(language: string): string {
  const known = LANGUAGES.find(([code]) => code === language)?.[1];
  if (known) return known;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
