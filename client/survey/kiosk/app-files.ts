// The app's files on this tablet: the service worker that keeps them, and the change to a newer version.
import { SYNC, TAKE_OVER } from './app-words.ts';

const WORKER = '/kiosk/worker.js';
const SCOPE = '/kiosk';

/** Service workers exist in secure contexts only; the development server changes its files all the time. */
const workers = (): ServiceWorkerContainer | undefined =>
  import.meta.env?.PROD ? navigator.serviceWorker : undefined;

/** A worker that somebody wakes just then counts as busy for half a minute more. */
const LONGEST_CHANGE = 40_000;

/** This page is of another version than the worker by now. */
let stale = false;
let change: Promise<unknown> = Promise.resolve();

/** Has the app's files kept, so that it opens without a network. */
export async function keepAppFiles(): Promise<void> {
  const container = workers();
  if (!container) return;
  let controlled = container.controller !== null;
  container.addEventListener('controllerchange', () => {
    // The first worker comes to a page that is as new as itself.
    stale = stale || controlled;
    controlled = true;
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

/**
 * Changes to the newer version, if there is one. Only to be called between two people: the page begins anew.
 * @param taken somebody has begun: then the page stays as it is, until this is called again
 */
export async function changeVersion(taken: AbortSignal): Promise<void> {
  const container = workers();
  const waiting = (await container?.getRegistration(SCOPE))?.waiting;
  if (container && waiting && !stale) {
    const changed = new Promise((resolve) =>
      container.addEventListener('controllerchange', resolve, { once: true }),
    );
    change = Promise.race([changed, new Promise((resolve) => setTimeout(resolve, LONGEST_CHANGE))]);
    waiting.postMessage(TAKE_OVER);
    await change;
  }
  if (stale && !taken.aborted) window.location.reload();
}

/**
 * Resolves when no change to a newer version is under way. Every request of the page wakes the worker before, which
 * only goes when it is idle; one that is woken while it stops stays, and a second "take over" does not move it.
 */
export async function whenUnchanging(): Promise<void> {
  await change;
}

/** Has the browser wake the worker when the network is back, even after the page was closed. */
export async function askForSync(): Promise<void> {
  const registration = (await workers()?.getRegistration(SCOPE)) as
    | { sync?: { register: (tag: string) => Promise<void> } }
    | undefined;
  await registration?.sync?.register(SYNC).catch(() => undefined);
}
