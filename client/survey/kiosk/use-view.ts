// The questionnaire of the tablet's touchpoint: the kept one at once, the newest as soon as the network has it.
import { useCallback, useEffect, useState } from 'react';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { ApiError } from '../../api.ts';
import { loadTouchpoint } from '../touchpoint.ts';
import { whenUnchanging } from './app-files.ts';
import type { DeviceStore } from './device-store.ts';

/** Audio files that belong to a questionnaire; the service worker answers from here. */
const AUDIO = 'lang-nghe-audio';

export interface ViewState {
  view: TouchpointView | null;
  /** Why nothing can be answered here; an error code. */
  problem: string | null;
  /** Looks for a newer questionnaire, or for the touchpoint's end. */
  refresh: () => Promise<void>;
}

export function useView(db: DeviceStore, code: string | null): ViewState {
  const [view, setView] = useState<TouchpointView | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useCallback(async () => {
    if (!code) return setProblem('unknown_touchpoint');
    await whenUnchanging();
    try {
      const newest = await loadTouchpoint(code);
      setView((before) => (JSON.stringify(before) === JSON.stringify(newest) ? before : newest));
      setProblem(null);
      await db.put('views', newest);
      await keepAudio(newest);
    } catch (error) {
      const { status, code: why } = error instanceof ApiError ? error : new ApiError(0, 'internal');
      // A tablet that is merely off-line goes on with the questionnaire that it has.
      const final = status >= 400 && status < 500 && status !== 408 && status !== 429;
      if (final || !(await db.get('views', code))) setProblem(why);
    }
  }, [db, code]);
  useEffect(() => {
    if (code)
      void db.get('views', code).then((kept) => {
        if (kept) setView((before) => (before?.code === code ? before : kept));
      });
    void refresh();
  }, [db, code, refresh]);
  return { view, problem, refresh };
}

async function keepAudio(view: TouchpointView): Promise<void> {
  if (!('caches' in window)) return;
  const cache = await caches.open(AUDIO);
  const wanted = view.audio.map((address) => new URL(address, window.location.href).href);
  for (const { url } of await cache.keys()) if (!wanted.includes(url)) await cache.delete(url);
  for (const address of wanted)
    if (!(await cache.match(address))) await cache.add(address).catch(() => undefined);
}
