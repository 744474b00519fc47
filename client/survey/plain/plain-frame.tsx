// What surrounds a page that needs no program: whose survey it is, and the other languages.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { LANGUAGES } from '../../i18n.ts';
import { Whose } from '../screens/frame.tsx';
import { nameOf, ViewSwitches } from '../screens/view-switches.tsx';
import { PLAIN_FORM } from './fields.ts';

interface Props {
  view: TouchpointView | null;
  demo: boolean;
  /** The address of the same page in a language. */
  address: (language: string) => string;
  /** Whether the page is the form, whose answers must survive a change of language. */
  answering?: boolean;
  children: ReactNode;
}

export function PlainFrame({ view, demo, address, answering = false, children }: Props) {
  const { t, i18n } = useTranslation();
  const offered = view?.questionnaire.languages ?? LANGUAGES.map(([code]) => code);
  const others = offered.filter((code) => code !== i18n.language);
  return (
    <div className="frame phone plain">
      <header>
        {demo && <p className="demo">{t('demo')}</p>}
        <div className="bar">
          {view ? <Whose view={view} /> : <span />}
          <ViewSwitches control={IDLE} offered={[]}>
            {answering ? <InForm languages={others} address={address} /> : others.map(asLink(address))}
          </ViewSwitches>
        </div>
      </header>
      <main>{children}</main>
    </div>
  );
}

/** Keeps the place of the switches that need a program; plain.css hides them. */
const IDLE = {
  preferences: { textSize: 100, highContrast: false, leftHanded: false, language: '' },
  change: () => undefined,
  reset: () => undefined,
};

/** Buttons that take the answers along. The first button of a form is what Enter presses, so that one sends. */
function InForm({ languages, address }: { languages: string[]; address: Props['address'] }) {
  return (
    <>
      <button type="submit" form={PLAIN_FORM} hidden tabIndex={-1} />
      {languages.map((code) => (
        <button
          type="submit"
          key={code}
          form={PLAIN_FORM}
          formAction={address(code)}
          name="show"
          value="form"
          lang={code}
        >
          {nameOf(code)}
        </button>
      ))}
    </>
  );
}

const asLink = (address: Props['address']) => (code: string) => (
  <a key={code} href={address(code)} lang={code}>
    {nameOf(code)}
  </a>
);
