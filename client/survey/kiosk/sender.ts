// Empties the outbox, in order, in small batches. Knows nothing of the page: the service worker sends too.

import { LARGEST_BATCH } from '#domain/device-signing.ts';
import { alone } from './alone.ts';
import { onTheWire, sealNext } from './batches.ts';
import { type DeviceStore, type Place, readFact, type SealedBatch, writeFact } from './device-store.ts';
import { exchange, isTemporary, type Reply } from './exchange.ts';
import { nextUnsent, settleItems, settleSealed, unseal, unsealFor, type Verdict } from './outbox.ts';
import { tellSent } from './sent-news.ts';

/** After this a batch's own "sent at" no longer tells the error of the clock, and it is sealed anew. */
const STALE = 120_000;
/** Times that a batch may be moved to another place within one go. */
const MOVES = 3;

/** How a go ended: `sent` and `nothing` left nothing behind; `later` has to be tried again; `busy` is another tab's. */
export interface Outcome {
  end: 'nothing' | 'sent' | 'later' | 'stopped' | 'busy';
  /** Why, where it did not go well: the server's code, or `offline`. */
  code: string | null;
}

type Step = 'taken' | 'again' | 'empty' | { later: string } | { stopped: string };

/** Sends everything that can be sent now. */
export async function sendAll(db: DeviceStore): Promise<Outcome> {
  const outcome = await alone(db, async () => {
    const plain = await sendLane(db, sendPlain);
    const paired = (await readFact(db, 'device')) && (await readFact(db, 'state')) === 'active';
    const signed = paired ? await sendLane(db, signedSender()) : NOTHING;
    return RANK.indexOf(signed.end) >= RANK.indexOf(plain.end) ? signed : plain;
  });
  if (outcome?.end === 'sent') tellSent();
  return outcome ?? { end: 'busy', code: null };
}

const NOTHING: Outcome = { end: 'nothing', code: null };
const RANK: Outcome['end'][] = ['nothing', 'sent', 'stopped', 'later'];

async function sendLane(db: DeviceStore, send: (db: DeviceStore) => Promise<Step>): Promise<Outcome> {
  let outcome = NOTHING;
  for (;;) {
    const step = await send(db);
    if (step === 'empty') return outcome;
    if (typeof step === 'object')
      return 'later' in step ? { end: 'later', code: step.later } : { end: 'stopped', code: step.stopped };
    if (step === 'taken') {
      outcome = { end: 'sent', code: null };
      await writeFact(db, 'lastContact', Date.now());
    }
  }
}

/** One batch of a tablet that is not paired. Its answers are told apart by their ids alone. */
async function sendPlain(db: DeviceStore): Promise<Step> {
  const unsent = await nextUnsent(db, 'plain', 0, LARGEST_BATCH);
  if (unsent.length === 0) return 'empty';
  const sentAt = new Date().toISOString();
  const responses = unsent.map(({ submission }) => ({ ...submission, sentAt }));
  const reply = await exchange('POST', '/responses/batch', JSON.stringify({ responses }));
  const verdicts = verdictsIn(reply, unsent.length);
  if (!verdicts) return { later: reasonOf(reply) };
  await settleItems(db, 'plain', unsent, verdicts);
  return verdicts.some(isTemporary) ? { later: 'overloaded' } : 'taken';
}

/** One signed batch after the other; remembers within one go what the server had to say about their size and place. */
function signedSender(): (db: DeviceStore) => Promise<Step> {
  let limit = LARGEST_BATCH;
  let moves = 0;
  return async (db) => {
    const batch = await currentBatch(db, limit);
    if (!batch) return 'empty';
    const device = await readFact(db, 'device');
    const body = JSON.stringify(onTheWire(batch));
    const reply = await exchange('POST', `/devices/${device?.id}/batches`, body);
    const verdicts = verdictsIn(reply, batch.items.length);
    if (reply && verdicts && reply.body.sequence === batch.sequence) {
      await settleSealed(db, batch, verdicts);
      limit = LARGEST_BATCH;
      moves = 0;
      return verdicts.some(isTemporary) ? { later: 'overloaded' } : 'taken';
    }
    if (!reply || isTemporary(reply) || reply.status < 400) return { later: reasonOf(reply) };
    const code = reasonOf(reply);
    const expected = placeIn(reply);
    if (expected && moves < MOVES) {
      moves += 1;
      await unsealFor(db, expected, reply.body.taken === true, code === 'batch_replayed');
      return 'again';
    }
    if (await endsIt(db, code)) return { stopped: code };
    if (![400, 413, 422].includes(reply.status)) return { later: code };
    limit = await takeApart(db, batch, code);
    return 'again';
  };
}

/** The batch under way, as it was, so that a repeat is the very same; or else a new one. */
async function currentBatch(db: DeviceStore, limit: number): Promise<SealedBatch | null> {
  const [underWay] = await db.getAll('batches', undefined, 1);
  if (underWay && Math.abs(Date.now() - underWay.sentAt) < STALE) return underWay;
  if (underWay) await unseal(db, null);
  return sealNext(db, limit);
}

/**
 * A batch that the server cannot read: smaller ones find the answer that is at fault, which is set aside. Drop-offs,
 * which are no answers, are given up first, so that no answer has to stand for them.
 * @returns how many answers to try next
 */
async function takeApart(db: DeviceStore, { items, dropOffs }: SealedBatch, code: string): Promise<number> {
  await unseal(db, true);
  const [only] = items;
  if (dropOffs.length > 0 || !only) return Math.max(1, items.length);
  if (items.length === 1) await settleItems(db, 'signed', items, [{ id: only.id, status: 400, code }]);
  return Math.ceil(items.length / 2);
}

async function endsIt(db: DeviceStore, code: string): Promise<boolean> {
  if (code === 'device_revoked') await writeFact(db, 'state', 'revoked');
  else if (code === 'unknown_device') await writeFact(db, 'state', 'lost');
  else return false;
  return true;
}

function reasonOf(reply: Reply | null): string {
  return reply && reply.status >= 400 ? (reply.body.code ?? 'internal') : 'offline';
}

/** The server's word for each item; a page put in between says nothing of the kind. */
function verdictsIn(reply: Reply | null, count: number): Verdict[] | null {
  const results = reply?.status === 200 ? reply.body.results : null;
  return Array.isArray(results) && results.length === count ? (results as Verdict[]) : null;
}

function placeIn({ body, status }: Reply): Place | null {
  const expected = body.expected as Partial<Place> | undefined;
  return status === 409 && expected?.sequence !== undefined && expected.previous !== undefined
    ? { sequence: expected.sequence, previous: expected.previous }
    : null;
}
