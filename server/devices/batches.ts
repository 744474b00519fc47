// From a signed batch to the word that it is stored: proof, place in the chain, then everything in one write.
import { correctedTime } from '#domain/clock.ts';
import { dayOf, parseDay, startOfDay } from '#domain/days.ts';
import { batchText } from '#domain/device-signing.ts';
import { type BatchPayload, batchPayloadSchema, type SignedBatch } from '#domain/devices.ts';
import { questionsOf } from '#domain/questions.ts';
import type { Context } from '../context.ts';
import type { Statement, Writer } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { LIMITS } from '../http/limits.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import type { Intake, Outcome } from '../responses/intake.ts';
import { type ItemResult, parseItem, refusedItem } from '../responses/items.ts';
import type { NewResponse } from '../responses/queries.ts';
import { readSubmission, type SigningDevice } from '../responses/submission.ts';
import {
  batchHash,
  chainBatch,
  countRefusal,
  type Device,
  type DropOff,
  findDevice,
  touchpointsOf,
} from './queries.ts';
import { isSigned, sha256 } from './signatures.ts';

/**
 * Stores what a tablet sent; the newest batch again is harmless.
 * @returns one result per response, in order
 * @throws Failure not_found/unknown_device, forbidden/bad_signature, gone/device_revoked, malformed/malformed, and
 * conflict/batch_replayed, batch_replaced or batch_out_of_order, each with what is expected;
 * too_many/too_many_requests
 */
export async function takeBatch(
  context: Context,
  intake: Intake,
  id: string,
  batch: SignedBatch,
): Promise<ItemResult[]> {
  const device = await requireDevice(context, id);
  return await recordingRefusals(context, id, async () => {
    const hash = requireSigned(device, batch);
    // Only what the tablet itself signed counts against it, also when it is revoked.
    intake.limits.take(LIMITS.device, device.id);
    requireActive(device);
    const stored = await placeBatch(context, intake, device, batch, hash);
    if (stored instanceof Failure) throw stored;
    return stored;
  });
}

/** @throws Failure not_found/unknown_device */
export async function requireDevice({ db }: Context, id: string): Promise<Device> {
  const found = await findDevice(db, id);
  if (!found) throw new Failure('not_found', 'unknown_device');
  return found.device;
}

/** @throws Failure gone/device_revoked */
export function requireActive({ revokedAt }: Device): void {
  if (revokedAt !== null) throw new Failure('gone', 'device_revoked');
}

/** Counts what the work refuses in the device's record. */
export async function recordingRefusals<T>({ db, now }: Context, id: string, work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'overloaded' && error.kind !== 'too_many')
      await countRefusal(db, id, error.code, now());
    throw error;
  }
}

/**
 * @returns the batch's hash
 * @throws Failure forbidden/bad_signature
 */
export function requireSigned(device: Device, batch: SignedBatch): string {
  const text = batchText(device.id, batch.sequence, batch.previous, sha256(batch.payload));
  if (!isSigned(device.publicKey, text, batch.signature)) throw new Failure('forbidden', 'bad_signature');
  return sha256(text);
}

/**
 * Adds a signed batch to the end of its device's chain; where it already is the end, stores what might be missing.
 * @returns the results, or why the batch has no place
 * @throws Failure malformed/malformed
 */
async function placeBatch(
  context: Context,
  intake: Intake,
  device: Device,
  batch: SignedBatch,
  hash: string,
): Promise<ItemResult[] | Failure> {
  const misplaced = await placeOf(context, device, batch, hash);
  if (misplaced instanceof Failure) return misplaced;
  const contents = { device, batch, hash, clock: clockOf(device) };
  if (misplaced === 'end') return await storeResponses(context, intake, contents);
  try {
    return await storeAsNext(context, intake, contents);
  } catch (error) {
    // Of two batches that claim a place at once the other was first.
    const fresh = await requireDevice(context, device.id);
    if (fresh.lastSequence < batch.sequence) throw error;
    return await placeBatch(context, intake, fresh, batch, hash);
  }
}

/** `next` = goes to the end of the chain; `end` = is its end already; else why it has no place. */
export async function placeOf(
  { db }: Context,
  device: Device,
  { sequence, previous }: SignedBatch,
  hash: string,
): Promise<'next' | 'end' | Failure> {
  const expected = { sequence: device.lastSequence + 1, previous: device.lastHash };
  if (sequence === expected.sequence && previous === expected.previous) return 'next';
  if (sequence >= expected.sequence) return new Failure('conflict', 'batch_out_of_order', [], { expected });
  const taken = (await batchHash(db, device.id, sequence)) === hash;
  if (sequence < device.lastSequence)
    return new Failure('conflict', 'batch_replayed', [], { expected, taken });
  return taken ? 'end' : new Failure('conflict', 'batch_replaced', [], { expected, taken });
}

export interface Contents {
  device: Device;
  batch: SignedBatch;
  hash: string;
  /** The tablet's clock at the moment of arrival; undefined when nothing tells. */
  clock: (payload: BatchPayload, received: number) => number | undefined;
}

/**
 * The error of the clock is told best by the newest heartbeat: a batch may have been signed long before it arrives.
 */
function clockOf({ clockErrorMs }: Device): Contents['clock'] {
  return ({ sentAt }, received) => (clockErrorMs === null ? Date.parse(sentAt) : received + clockErrorMs);
}

/** Stores a batch at the end of the chain: responses, drop-offs and its place in one write. */
export async function storeAsNext(
  context: Context,
  intake: Intake,
  contents: Contents,
): Promise<ItemResult[]> {
  const { device, batch, hash, clock } = contents;
  const payload = parsePayload(batch.payload);
  const received = context.now();
  const left = await readDropOffs(context, device, payload, clock(payload, received), received);
  const link = {
    deviceId: device.id,
    sequence: batch.sequence,
    hash,
    signature: batch.signature,
    size: payload.responses.length,
    receivedAt: received,
  };
  return await store(context, intake, contents, payload, (tx) =>
    chainBatch(tx, context.db.tables, link, left),
  );
}

/** Stores only the responses of a batch: doing it again is harmless. */
export async function storeResponses(
  context: Context,
  intake: Intake,
  contents: Contents,
): Promise<ItemResult[]> {
  return await store(context, intake, contents, parsePayload(contents.batch.payload), () => []);
}

async function store(
  context: Context,
  intake: Intake,
  { device, clock }: Contents,
  payload: BatchPayload,
  more: (tx: Writer) => Statement[],
): Promise<ItemResult[]> {
  const signing = { id: device.id, touchpoints: await touchpointsOf(context.db, device.id) };
  const sent = clock(payload, context.now());
  const sentAt = sent === undefined ? undefined : new Date(sent).toISOString();
  const read = await Promise.all(payload.responses.map((item) => readItem(context, signing, item, sentAt)));
  const rows = read.flatMap((each) => ('row' in each ? each.row : []));
  const outcomes = (await intake.storeTogether(rows, more)).values();
  return read.map((each) => ('row' in each ? resultOf(each, outcomes.next().value) : each.refused));
}

/** The row of a response, and its id as the tablet spells it. */
interface ReadItem {
  id: string;
  row: NewResponse;
}

async function readItem(
  context: Context,
  signing: SigningDevice,
  item: unknown,
  sentAt: string | undefined,
): Promise<ReadItem | { refused: ItemResult }> {
  const parsed = parseItem(item);
  if ('refused' in parsed) return parsed;
  const submission = { ...parsed.submission, channel: 'kiosk' as const, sentAt };
  try {
    return { id: submission.id, row: await readSubmission(context, submission, { device: signing }) };
  } catch (error) {
    return { refused: refusedItem(submission.id, error) };
  }
}

function resultOf({ id, row }: ReadItem, outcome: Outcome | undefined): ItemResult {
  if (outcome === 'conflict') return { status: 409, id, code: 'other_content' };
  return { status: outcome === 'stored' ? 201 : 200, id, receipt: row.receipt };
}

function parsePayload(text: string): BatchPayload {
  try {
    return batchPayloadSchema.parse(JSON.parse(text));
  } catch {
    throw new Failure('malformed', 'malformed');
  }
}

/** The rows of the drop-offs, by the server's calendar; what no questionnaire asks is left out. */
async function readDropOffs(
  { db }: Context,
  { touchpointId }: Device,
  payload: BatchPayload,
  sent: number | undefined,
  received: number,
): Promise<DropOff[]> {
  const rows = new Map<string, DropOff>();
  for (const { questionnaire, question, day, n } of payload.dropOffs) {
    const published = await findQuestionnaire(db, questionnaire);
    if (!published || !questionsOf(published.content).some((each) => each.question.code === question))
      continue;
    const noon = startOfDay(parseDay(day)) + 12 * 3_600_000;
    const counted = dayOf(correctedTime(noon, sent, received));
    const key = `${questionnaire}/${counted}/${question}`;
    const before = rows.get(key)?.n ?? 0;
    rows.set(key, {
      questionnaireId: questionnaire,
      touchpointId,
      day: counted,
      question,
      n: before + n,
    });
  }
  return [...rows.values()];
}
