// Fetches a file to print and tells how far it has come.
import type { Fill, Layout } from '#domain/printing.ts';
import { type Download, fetchFile } from '../../download.ts';

interface Wanted {
  layout: Layout;
  fill: Fill;
  codes: readonly string[];
}

/**
 * @param onProgress told the share that has arrived, 0…1
 * @throws ApiError as every request does; `offline` when the line breaks in the middle
 */
export function fetchPrint(
  { layout, fill, codes }: Wanted,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Download> {
  const search = new URLSearchParams({ touchpoints: codes.join(','), fill });
  // The size is only estimated: the last step is the file's own end.
  const onBytes = (bytes: number, about: number) => onProgress(Math.min(0.99, bytes / about));
  return fetchFile(`/print/${layout}.pdf?${search}`, { signal, onBytes });
}
