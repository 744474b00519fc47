// Fetches a file to print and tells how far it has come.
import type { Fill, Layout } from '#domain/printing.ts';
import { ApiError } from '../../../api.ts';

export interface PrintFile {
  name: string;
  content: Blob;
}

interface Wanted {
  layout: Layout;
  fill: Fill;
  codes: readonly string[];
}

/**
 * @param onProgress told the share that has arrived, 0…1
 * @throws ApiError as every request does; `offline` when the line breaks in the middle
 */
export async function fetchPrint(
  { layout, fill, codes }: Wanted,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<PrintFile> {
  const search = new URLSearchParams({ touchpoints: codes.join(','), fill });
  try {
    const response = await fetch(`/api/print/${layout}.pdf?${search}`, { signal });
    if (!response.ok || !response.body) throw await refusal(response);
    const about = Number(response.headers.get('x-bytes-about')) || 1;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (const reader = response.body.getReader(); ; ) {
      const { value, done } = await reader.read();
      if (done) break;
      parts.push(value);
      bytes += value.length;
      // The size is only estimated: the last step is the file's own end.
      onProgress(Math.min(0.99, bytes / about));
    }
    return { name: nameOf(response), content: new Blob(parts, { type: 'application/pdf' }) };
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
  return /filename="([^"]+)"/.exec(header)?.[1] ?? 'lang-nghe.pdf';
}

/** Hands the file to the browser to keep. */
export function savePrint({ name, content }: PrintFile): void {
  const url = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  // Some browsers read the file only after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
