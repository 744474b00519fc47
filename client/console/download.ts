// Fetches a file from the server and hands it to the browser to keep.
import { ApiError } from '../api.ts';

export interface Download {
  name: string;
  content: Blob;
}

interface Options {
  signal?: AbortSignal;
  /** Told how many bytes have arrived, and about how many there will be where the server says so. */
  onBytes?: (bytes: number, about: number) => void;
}

/**
 * @param path under `/api`
 * @throws ApiError as every request does; `offline` when the line breaks in the middle
 */
export async function fetchFile(path: string, { signal, onBytes }: Options = {}): Promise<Download> {
  try {
    const response = await fetch(`/api${path}`, signal ? { signal } : {});
    if (!response.ok || !response.body) throw await refusal(response);
    const about = Number(response.headers.get('x-bytes-about')) || 1;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      bytes += value.length;
      onBytes?.(bytes, about);
    }
    const type = response.headers.get('content-type') ?? 'application/octet-stream';
    return { name: nameOf(response), content: new Blob(parts, { type }) };
  } catch (error) {
    if (error instanceof ApiError || (error instanceof DOMException && error.name === 'AbortError'))
      throw error;
    throw new ApiError(0, 'offline');
  }
}

async function refusal(response: Response): Promise<ApiError> {
  const problem = (await response.json().catch(() => ({}))) as Partial<ApiError>;
  return new ApiError(response.status, problem.code ?? 'internal', problem.issues);
}

function nameOf(response: Response): string {
  const header = response.headers.get('content-disposition') ?? '';
  return /filename="([^"]+)"/.exec(header)?.[1] ?? 'lang-nghe';
}

export function keepFile({ name, content }: Download): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Some browsers read the file only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
