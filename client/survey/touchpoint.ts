// What the page asks and for whom: embedded in the page by the server, or else fetched.
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { ApiError, getJson } from '../api.ts';

const PATIENCE = 20_000;

/** The touchpoint's view; throws `ApiError`, with `offline` also when the server does not answer in time. */
export async function loadTouchpoint(code: string): Promise<TouchpointView> {
  const embedded = embeddedTouchpoint();
  if (embedded?.code === code) return embedded;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    return await getJson<TouchpointView>(`/touchpoints/${code}`, abort.signal);
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError(0, 'offline');
  } finally {
    clearTimeout(timer);
  }
}

function embeddedTouchpoint(): TouchpointView | null {
  try {
    return JSON.parse(document.getElementById('touchpoint')?.textContent ?? 'null');
  } catch {
    return null;
  }
}
