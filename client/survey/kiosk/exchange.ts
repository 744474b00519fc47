// One request to the server, sent as the very bytes that were signed.

const PATIENCE = 20_000;

export interface Reply {
  status: number;
  body: { code?: string; [field: string]: unknown };
}

/**
 * Sends a request and reads the answer.
 * @returns null when the server itself was not reached: no answer in time, or one that is not JSON, as a hotspot's page
 */
export async function exchange(method: 'GET' | 'POST', path: string, body?: string): Promise<Reply | null> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(`/api${path}`, {
      method,
      cache: 'no-store',
      signal: abort.signal,
      ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
    });
    const answer: unknown = await response.json();
    return typeof answer === 'object' && answer !== null
      ? { status: response.status, body: answer as Reply['body'] }
      : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the same request may well be taken later. */
export function isTemporary({ status }: Pick<Reply, 'status'>): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}
