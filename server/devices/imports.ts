// The last resort: a file that a tablet saved, brought by somebody with the right. Taking it in again is harmless.
import { z } from 'zod';
import type { DeviceFile, SignedBatch } from '#domain/devices.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import type { Intake } from '../responses/intake.ts';
import { itemResultSchema } from '../responses/items.ts';
import { placeOf, requireDevice, requireSigned, storeAsNext, storeResponses } from './batches.ts';
import type { Device } from './queries.ts';

export const importedBatchSchema = z.object({
  sequence: z.int(),
  status: z.int().describe('200 taken in, now or before; 403 not signed by the device; 400 malformed.'),
  code: z.string().optional(),
  inChain: z
    .boolean()
    .describe('Whether the chain holds this very batch; if not, its responses are stored all the same.'),
  results: z.array(itemResultSchema),
});
export type ImportedBatch = z.infer<typeof importedBatchSchema>;

/**
 * Takes in every batch of a file, also of a revoked device, each by itself. What the device signed is stored wherever
 * the chain now ends: the file may be all that is left of those answers.
 * @param agencyId whose people may read the audit entry
 * @throws Failure not_found/unknown_device
 */
export async function importFile(
  context: Context,
  intake: Intake,
  file: DeviceFile,
  doer: Doer,
  agencyId: string | null,
): Promise<ImportedBatch[]> {
  const { id } = await requireDevice(context, file.device);
  const { db, now } = context;
  const sequences = file.batches.map(({ sequence }) => sequence);
  // Written first: nothing comes in that the log does not know of.
  await db.write((tx) => [
    recordAudit(tx, db.tables, {
      ...doer,
      at: now(),
      action: 'device.imported',
      subject: { kind: 'device', id },
      agencyId,
      after: { batches: sequences.length, first: sequences[0] ?? null, last: sequences.at(-1) ?? null },
    }),
  ]);
  const taken: ImportedBatch[] = [];
  for (const batch of file.batches)
    taken.push(await importBatch(context, intake, await requireDevice(context, id), batch));
  return taken;
}

async function importBatch(
  context: Context,
  intake: Intake,
  device: Device,
  batch: SignedBatch,
): Promise<ImportedBatch> {
  const { sequence } = batch;
  try {
    const hash = requireSigned(device, batch);
    const contents = { device, batch, hash, clock: clockOf(device) };
    const place = await placeOf(context, device, batch, hash);
    if (place === 'next') {
      const results = await storeAsNext(context, intake, contents);
      return { sequence, status: 200, inChain: true, results };
    }
    const results = await storeResponses(context, intake, contents);
    const inChain = place === 'end' || place.more.taken === true;
    return { sequence, status: 200, inChain, results };
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'overloaded')
      return { sequence, status: error.status, code: error.code, inChain: false, results: [] };
    // The tablet itself was first to take the place.
    const fresh = await requireDevice(context, device.id);
    if (fresh.lastSequence === device.lastSequence) throw error;
    return await importBatch(context, intake, fresh, batch);
  }
}

/** When a file was signed says nothing of the clock on the day it is brought; the newest heartbeat does. */
function clockOf({ clockErrorMs }: Device) {
  return (_payload: unknown, received: number) =>
    clockErrorMs === null ? undefined : received + clockErrorMs;
}
