import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { normaliseCode } from '#domain/touchpoints.ts';
import { addressOf, type Manner } from '../address.ts';

/** A field for the code of a touchpoint, typed from a printed sheet. */
export function AskCode({ manner, typed }: { manner: Manner; typed: string }) {
  const { t } = useTranslation();
  const [bad, setBad] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const open = (event: FormEvent) => {
    event.preventDefault();
    const code = normaliseCode(field.current?.value ?? '');
    setBad(code === null);
    if (code) window.location.assign(addressOf(manner, code));
    else field.current?.focus();
  };
  const kiosk = manner === 'kiosk';
  return (
    <form className="ask-code" action={kiosk ? '/kiosk' : '/s'} onSubmit={open} noValidate>
      <label htmlFor="code">{t('code.label')}</label>
      <p id="code-hint">{t('code.phone')}</p>
      {bad && (
        <p id="code-fault" className="fault" role="alert">
          {t('code.bad')}
        </p>
      )}
      <input
        ref={field}
        id="code"
        name={kiosk ? 'touchpoint' : 'code'}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={bad}
        aria-describedby={bad ? 'code-fault code-hint' : 'code-hint'}
      />
      <button type="submit" className="primary">
        {t('code.open')}
      </button>
    </form>
  );
}
