// The staff corner: how the tablet stands, and what staff may do at it. Opens with the code shown in the console.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading } from '../screens/heading.tsx';
import { CornerActions } from './corner-actions.tsx';
import { cornerClosedFor, tryCornerCode } from './corner-code.ts';
import { CornerFacts } from './corner-facts.tsx';
import type { KioskProps } from './kiosk.tsx';
import { useIdle } from './use-idle.ts';

export interface CornerProps extends KioskProps {
  leave: () => void;
}

export function Corner(props: CornerProps) {
  const { standing, leave } = props;
  const { t } = useTranslation('kiosk');
  const [open, setOpen] = useState(false);
  useIdle(0, leave);
  if (standing.device && !open) return <CodeForm {...props} opened={() => setOpen(true)} />;
  return (
    <section className="notice corner">
      <Heading key="open">{t('corner.title')}</Heading>
      <CornerFacts {...props} />
      <CornerActions {...props} />
    </section>
  );
}

function CodeForm({ db, leave, opened }: CornerProps & { opened: () => void }) {
  const { t } = useTranslation('kiosk');
  const field = useRef<HTMLInputElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => field.current?.focus(), []);
  const judge = async (event: FormEvent) => {
    event.preventDefault();
    const typed = field.current?.value ?? '';
    // At once, so that nothing is wiped that is typed while this is looked at.
    if (field.current) field.current.value = '';
    if (await tryCornerCode(db, typed)) return opened();
    const wait = await cornerClosedFor(db);
    setFault(wait > 0 ? t('corner.wait', { n: wait }) : t('corner.wrong'));
    field.current?.focus();
  };
  return (
    <form className="notice ask-code" onSubmit={judge} noValidate>
      <Heading key="code" focus={false}>
        {t('corner.title')}
      </Heading>
      <label htmlFor="corner-code">{t('corner.code')}</label>
      <p id="corner-hint">{t('corner.codeHint')}</p>
      {fault && (
        <p id="corner-fault" className="fault" role="alert">
          {fault}
        </p>
      )}
      <input
        ref={field}
        id="corner-code"
        type="password"
        inputMode="numeric"
        maxLength={6}
        autoComplete="off"
        aria-invalid={fault !== null}
        aria-describedby={fault ? 'corner-fault corner-hint' : 'corner-hint'}
      />
      <button type="submit" className="primary">
        {t('corner.open')}
      </button>
      <button type="button" onClick={leave}>
        {t('corner.back')}
      </button>
    </form>
  );
}
