// What the page asks and for whom: embedded in the page by the server, or else fetched.
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { ApiError, getJson } from '../api.ts';

const PATIENCE = 20_000;

/** The touchpoint's view; throws `ApiError`, with `offline` also when the server does not answer in time. */
export async function loadTouchpoint(code: string): Promise<TouchpointView> {
  const embedded = embeddedTouchpoint(code);
  if (embedded) return embedded;
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

/** The view that came with the page, if it is of this touchpoint. */
export function embeddedTouchpoint(code: string | null): TouchpointView | null {
  try {
    const view = JSON.parse(document.getElementById('touchpoint')?.textContent ?? 'null');
    return view?.code === code ? view : null;
  } catch {
    return null;
  }
}
