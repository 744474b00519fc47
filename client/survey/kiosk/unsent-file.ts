// The last resort: everything unsent in one signed file, for a tablet that never finds a network.

import { LARGEST_BATCH } from '#domain/device-signing.ts';
import { alone } from './alone.ts';
import { onTheWire, sealNext, signedBatch } from './batches.ts';
import { type DeviceStore, readFact } from './device-store.ts';
import { nextPlace, placeAfter } from './outbox.ts';

/**
 * The file's content. What is sealed for it stays sealed, so that a later file says the same under the same numbers.
 * Answers set aside go along at its end. Nothing is removed.
 * @returns null while another tab is sending
 */
export function fileOfUnsent(db: DeviceStore): Promise<string | null> {
  return alone(db, async () => {
    while (await sealNext(db)) {}
    const sealed = await db.getAll('batches');
    const refused = await db.getAll('setAside');
    const batches = [...sealed];
    for (let from = 0; from < refused.length; from += LARGEST_BATCH) {
      const items = refused.slice(from, from + LARGEST_BATCH).map((each) => ({ ...each, order: 0 }));
      const last = batches[batches.length - 1];
      const place = last ? placeAfter(last) : await nextPlace(db);
      batches.push(await signedBatch(db, items, [], place));
    }
    const device = (await readFact(db, 'device'))?.id;
    return JSON.stringify({ format: 'lang-nghe batches/1', device, batches: batches.map(onTheWire) });
  });
}

/** Hands the file to the browser's downloads. */
export function saveFile(name: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
