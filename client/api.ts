// The one way in which the front doors talk to the server.
import type { Issue } from '#domain/issues.ts';

/** A request that did not succeed: the server's stable code, or `offline` when it was not reached. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly issues: Issue[];
  /** Seconds after which asking again may succeed, where the server named them. */
  readonly retryAfter: number | null;

  constructor(status: number, code: string, issues: Issue[] = [], retryAfter: number | null = null) {
    super(code);
    this.status = status;
    this.code = code;
    this.issues = issues;
    this.retryAfter = retryAfter;
  }
}

/** `GET` of a JSON resource under `/api`; throws {@link ApiError}. */
export function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>(path, signal ? { signal } : {});
}

/** `POST` of a JSON body under `/api`; throws {@link ApiError}. */
export function postJson<T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> {
  return sendJson<T>('POST', path, body, signal);
}

/** Any change of a resource under `/api`, with a JSON body; throws {@link ApiError}. */
export function sendJson<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  return send<T>(path, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
    ...(signal ? { signal } : {}),
  });
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(`/api${path}`, init).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiError(0, 'offline');
  });
  const body: unknown = await response.json().catch(() => null);
  // A page put in between, such as a hotspot's login, answers 200 and no JSON: the server was not reached.
  if (response.ok && body === null && response.status !== 204) throw new ApiError(0, 'offline');
  if (response.ok) return body as T;
  const problem = (body ?? {}) as { code?: string; issues?: Issue[] };
  const retryAfter = Number(response.headers.get('retry-after')) || null;
  throw new ApiError(response.status, problem.code ?? 'internal', problem.issues, retryAfter);
}
