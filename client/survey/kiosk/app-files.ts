// The app's files on this tablet: the service worker that keeps them, and the change to a newer version.
import { SYNC, TAKE_OVER } from './app-words.ts';

const WORKER = '/kiosk/worker.js';
const SCOPE = '/kiosk';

/** Service workers exist in secure contexts only; the development server changes its files all the time. */
const workers = (): ServiceWorkerContainer | undefined =>
  import.meta.env?.PROD ? navigator.serviceWorker : undefined;

let stale = false;
let asked = false;

/** Has the app's files kept, so that it opens without a network. */
export async function keepAppFiles(): Promise<void> {
  const container = workers();
  if (!container) return;
  const controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The first worker comes to a page that is as new as itself.
    stale = stale || controlled || asked;
    if (asked) window.location.reload();
  });
  await container.register(WORKER, { scope: SCOPE, updateViaCache: 'none' }).catch(() => undefined);
}

/** Looks for a newer version and waits until its files are here, which happens in the background. */
export async function lookForNewVersion(): Promise<void> {
  const registration = await workers()?.getRegistration(SCOPE);
  await registration?.update().catch(() => undefined);
  const coming = registration?.installing;
  if (coming) await new Promise((resolve) => coming.addEventListener('statechange', resolve, { once: true }));
}

/** Changes to the newer version, if there is one. Only to be called between two people: the page begins anew. */
export async function changeVersion(): Promise<void> {
  if (stale) return window.location.reload();
  const waiting = (await workers()?.getRegistration(SCOPE))?.waiting;
  if (!waiting) return;
  asked = true;
  waiting.postMessage(TAKE_OVER);
}

/** Has the browser wake the worker when the network is back, even after the page was closed. */
export async function askForSync(): Promise<void> {
  const registration = (await workers()?.getRegistration(SCOPE)) as
    | { sync?: { register: (tag: string) => Promise<void> } }
    | undefined;
  await registration?.sync?.register(SYNC).catch(() => undefined);
}
