// The service worker of /kiosk: keeps the app's files so that it opens without a network, and sends when one is back.
// It controls /kiosk alone, and knows neither questions nor answers.
import { SYNC, TAKE_OVER } from '../app-words.ts';
import { openDeviceStore } from '../device-store.ts';
import { sendAll } from '../sender.ts';
import { partOf } from './ranges.ts';

declare const self: ServiceWorkerGlobalScope;
/** Every file of the respondents' build; filled in by the build of this file. */
declare const FILES: string[];
/** The program that the page starts, and a hash of all files. */
declare const PROGRAM: string;
declare const VERSION: string;

const PAGE = '/kiosk';
const APP = 'lang-nghe-app-';
const OWN = APP + VERSION;

self.addEventListener('install', (event) => event.waitUntil(keepFiles()));
self.addEventListener('activate', (event) =>
  event.waitUntil(dropOldFiles().then(() => self.clients.claim())),
);
self.addEventListener('message', (event) => {
  // The page asks between two people; until then the version that they use goes on.
  if (event.data === TAKE_OVER) event.waitUntil(self.skipWaiting());
});
self.addEventListener('sync' as 'message', (event) => {
  if ((event as ExtendableEvent & { tag?: string }).tag === SYNC) event.waitUntil(sendUnsent());
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (/^\/kiosk\/?$/.test(pathname)) event.respondWith(page(request));
  } else if (request.destination === 'audio' || !pathname.startsWith('/api/'))
    event.respondWith(file(request));
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(OWN);
  for (const address of FILES) {
    // The name holds a hash of the content: an older version's copy is the same file.
    const response = (await caches.match(address)) ?? (await fetchWhole(address));
    await cache.put(address, response);
  }
  const page = await fetchWhole(PAGE);
  // The server may have been upgraded since it handed out this worker: then the next one fits.
  if (!(await page.clone().text()).includes(PROGRAM)) throw new Error('the page is of another version');
  await cache.put(PAGE, page);
}

async function fetchWhole(address: string): Promise<Response> {
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok || response.redirected) throw new Error(`${address}: ${response.status}`);
  return response;
}

/** The version before stays as long as a tab may still run it. */
async function dropOldFiles(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(APP) && name !== OWN);
  for (const name of others.slice(0, -1)) await caches.delete(name);
}

async function page(request: Request): Promise<Response> {
  const cache = await caches.open(OWN);
  return (await cache.match(PAGE)) ?? fetch(request);
}

async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request.url);
  if (!kept) return fetch(request);
  const range = request.headers.get('range');
  return range ? partOf(kept, range) : kept;
}

/** @throws Error while something is left, so that the browser tries again */
async function sendUnsent(): Promise<void> {
  const db = await openDeviceStore();
  try {
    const { end } = await sendAll(db);
    if (end === 'later') throw new Error('still not reached');
  } finally {
    db.close();
  }
}
