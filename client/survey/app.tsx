import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { ApiError } from '../api.ts';
import type { Address } from './address.ts';
import { Phone } from './phone/phone.tsx';
import type { Taken } from './plain/take-over.ts';
import { usePreferences } from './preferences.ts';
import { AskCode } from './screens/ask-code.tsx';
import { Frame } from './screens/frame.tsx';
import { Heading } from './screens/heading.tsx';
import { Problem } from './screens/problem.tsx';
import { tabStorage } from './storage.ts';
import { embeddedTouchpoint, loadTouchpoint } from './touchpoint.ts';

/** A respondent's own phone, from the address to the touchpoint's questionnaire. */
export function App({ address, taken }: { address: Address; taken: Taken | null }) {
  const { manner, typed } = address;
  const storage = useMemo(tabStorage, []);
  const control = usePreferences(storage);
  const { view, problem, again } = useTouchpoint(address);
  const screen = () => {
    if (typed === '') return <Uninvited />;
    if (problem) return <Problem code={problem} manner={manner} typed={typed} again={again} />;
    if (!view) return <Loading />;
    return <Phone view={view} taken={taken} />;
  };
  return (
    <Frame manner={manner} view={problem ? null : view} control={control}>
      {screen()}
    </Frame>
  );
}

/** An address without a code: says how to get one. */
function Uninvited() {
  const { t } = useTranslation();
  return (
    <section className="notice">
      <Heading>{t('code.title')}</Heading>
      <AskCode manner="phone" typed="" />
    </section>
  );
}

function Loading() {
  const { t } = useTranslation();
  return (
    <p className="loading" role="status">
      {t('loading')}
    </p>
  );
}

function useTouchpoint({ code, typed }: Address) {
  const [view, setView] = useState<TouchpointView | null>(() => embeddedTouchpoint(code));
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(async () => {
    if (!code) return setProblem('unknown_touchpoint');
    try {
      setView(await loadTouchpoint(code));
    } catch (error) {
      setProblem(error instanceof ApiError ? error.code : 'internal');
    }
  }, [code]);
  useEffect(() => {
    if (typed !== '' && !embeddedTouchpoint(code)) void load();
  }, [typed, code, load]);
  const again = useCallback(() => {
    setProblem(null);
    setView(null);
    void load();
  }, [load]);
  return { view, problem, again };
}
