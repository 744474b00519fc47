import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { ApiError } from '../api.ts';
import type { Address } from './address.ts';
import { Kiosk } from './kiosk/kiosk.tsx';
import { Phone } from './phone/phone.tsx';
import type { Taken } from './plain/take-over.ts';
import { usePreferences } from './preferences.ts';
import { AskCode } from './screens/ask-code.tsx';
import { Frame } from './screens/frame.tsx';
import { Heading } from './screens/heading.tsx';
import { Problem } from './screens/problem.tsx';
import { tabStorage } from './storage.ts';
import { embeddedTouchpoint, loadTouchpoint } from './touchpoint.ts';

/** From the address to the manner that it asks for, by way of the touchpoint's questionnaire. */
export function App({ address, taken }: { address: Address; taken: Taken | null }) {
  const { manner, typed } = address;
  const storage = useMemo(() => (manner === 'phone' ? tabStorage() : null), [manner]);
  const control = usePreferences(storage);
  const { view, problem, again, refresh } = useTouchpoint(address);
  const screen = () => {
    if (typed === '') return <Uninvited address={address} />;
    if (problem) return <Problem code={problem} manner={manner} typed={typed} again={again} />;
    if (!view) return <Loading />;
    return <Phone view={view} taken={taken} />;
  };
  if (manner === 'kiosk' && view && !problem)
    return <Kiosk view={view} control={control} refresh={refresh} />;
  return (
    <Frame manner={manner} view={problem ? null : view} control={control}>
      {screen()}
    </Frame>
  );
}

/** An address without a code: says how to get one. */
function Uninvited({ address: { manner } }: { address: Address }) {
  const { t } = useTranslation();
  return (
    <section className="notice">
      <Heading>{t('code.title')}</Heading>
      {manner === 'kiosk' && <p>{t('code.kiosk')}</p>}
      <AskCode manner={manner} typed="" />
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
  const load = useCallback(
    async (keepOnTrouble: boolean) => {
      if (!code) return setProblem('unknown_touchpoint');
      try {
        setView(await loadTouchpoint(code));
      } catch (error) {
        const { status, code: why } = error instanceof ApiError ? error : new ApiError(0, 'internal');
        // A tablet that is merely off-line goes on with the questionnaire that it has.
        const final = status >= 400 && status < 500 && status !== 429;
        if (final || !keepOnTrouble) setProblem(why);
      }
    },
    [code],
  );
  useEffect(() => {
    if (typed !== '' && !embeddedTouchpoint(code)) void load(false);
  }, [typed, code, load]);
  const again = useCallback(() => {
    setProblem(null);
    setView(null);
    void load(false);
  }, [load]);
  const refresh = useCallback(() => void load(true), [load]);
  return { view, problem, again, refresh };
}
