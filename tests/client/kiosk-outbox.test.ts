import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DeviceStore, readFact } from '../../client/survey/kiosk/device-store.ts';
import { countAll, countDropOff, keep, oldestUnsent } from '../../client/survey/kiosk/outbox.ts';
import { sendAll } from '../../client/survey/kiosk/sender.ts';
import { fileOfUnsent } from '../../client/survey/kiosk/unsent-file.ts';
import {
  chainServer,
  cut,
  cutAfterCommit,
  DEVICE,
  emptyStore,
  pairedStore,
  problem,
  submission,
} from './kiosk-store.ts';

let db: DeviceStore;

beforeEach(async () => {
  db = await pairedStore();
});
afterEach(() => {
  db.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Keeps so many answers and returns their ids in order. */
async function keepAnswers(count: number, lane: 'signed' | 'plain' = 'signed'): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const each = submission();
    await keep(db, lane, each);
    ids.push(each.id);
  }
  return ids;
}

describe('the outbox of a paired tablet', () => {
  it('sends in order, in batches of at most fifty, and is empty when the server has spoken', async () => {
    const ids = await keepAnswers(120);
    const server = chainServer();
    expect(await sendAll(db)).toEqual({ end: 'sent', code: null });
    expect(server.stored).toEqual(ids);
    expect(server.posted.map(({ path }) => path)).toEqual(Array(3).fill(`/api/devices/${DEVICE.id}/batches`));
    expect(await countAll(db)).toEqual({ unsent: 0, setAside: 0 });
  });

  it('keeps an answer once, however often it is kept', async () => {
    const once = submission();
    await keep(db, 'signed', once);
    await keep(db, 'signed', once);
    expect(await countAll(db)).toEqual({ unsent: 1, setAside: 0 });
    expect(await oldestUnsent(db)).toBe(once.answeredAt);
  });

  it.each([
    ['no network', cut],
    ['a cut after the commit', cutAfterCommit],
    ['an error of the server', problem(500, 'internal')],
    ['an overloaded server', problem(503, 'overloaded')],
    ['a hotspot’s page', () => new Response('<html>Xin chào</html>')],
    ['a stranger’s JSON', () => Response.json({ status: 'ok' })],
    ['words about other answers', () => Response.json({ sequence: 1, results: [] })],
  ])('keeps everything after %s and sends the very same bytes again', async (_what, fault) => {
    const ids = await keepAnswers(3);
    const server = chainServer();
    server.faults.push(fault);
    expect((await sendAll(db)).end).toBe('later');
    expect(await countAll(db)).toEqual({ unsent: 3, setAside: 0 });
    await keepAnswers(1);
    expect((await sendAll(db)).end).toBe('sent');
    expect(server.posted[1]).toEqual(server.posted[0]);
    expect(server.stored.slice(0, 3)).toEqual(ids);
    expect(server.stored).toHaveLength(4);
    expect(await countAll(db)).toEqual({ unsent: 0, setAside: 0 });
  });

  it('signs the same answers again at the place that the server expects', async () => {
    const ids = await keepAnswers(60);
    const server = chainServer({ sequence: 7, previous: 'abc' });
    expect((await sendAll(db)).end).toBe('sent');
    expect(server.stored).toEqual(ids);
    expect(JSON.parse(server.posted[1]?.body ?? '')).toMatchObject({ sequence: 7, previous: 'abc' });
    expect(await readFact(db, 'place')).toMatchObject({ sequence: 9 });
  });

  it('gives up moving about when the server’s mind never settles, and keeps everything', async () => {
    await keepAnswers(1);
    const server = chainServer();
    const elsewhere = () =>
      Response.json({ code: 'batch_out_of_order', expected: { sequence: 5, previous: '' } }, { status: 409 });
    server.faults.push(...Array(9).fill(elsewhere));
    expect(await sendAll(db)).toEqual({ end: 'later', code: 'batch_out_of_order' });
    expect(await countAll(db)).toEqual({ unsent: 1, setAside: 0 });
  });

  it('seals a batch anew when it has waited so long that its clock time misleads', async () => {
    await keepAnswers(2);
    const server = chainServer();
    server.faults.push(cut);
    await sendAll(db);
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 86_400_000);
    expect((await sendAll(db)).end).toBe('sent');
    const [first, second] = server.posted.map(({ body }) => JSON.parse(body));
    expect(second.sequence).toBe(first.sequence);
    expect(JSON.parse(second.payload).sentAt > JSON.parse(first.payload).sentAt).toBe(true);
    expect(server.stored).toHaveLength(2);
  });

  it('sets aside what the server refuses for good, and keeps what it may take later', async () => {
    const [good, bad, busy] = await keepAnswers(3);
    const server = chainServer();
    server.faults.push((take) => {
      take();
      const results = [
        { id: good, status: 201 },
        { id: bad, status: 422, code: 'invalid_response' },
        { id: busy, status: 503, code: 'overloaded' },
      ];
      return Response.json({ sequence: 1, results });
    });
    expect((await sendAll(db)).end).toBe('later');
    expect(await countAll(db)).toEqual({ unsent: 1, setAside: 1 });
    expect(await db.getAll('setAside')).toMatchObject([{ id: bad, code: 'invalid_response' }]);
    expect((await sendAll(db)).end).toBe('sent');
    expect(await countAll(db)).toEqual({ unsent: 0, setAside: 1 });
  });

  it('finds the one answer that makes a batch unreadable, and sends the others', async () => {
    const ids = await keepAnswers(7);
    const server = chainServer();
    const culprit = ids[4] ?? '';
    await countDropOff(db, { day: '2026-11-21', questionnaire: 'one-stop@1', question: 'q3' });
    const judge = (take: () => Response) =>
      server.posted.at(-1)?.body.includes(culprit) ? problem(400, 'malformed')() : take();
    server.faults.push(...Array(20).fill(judge));
    expect((await sendAll(db)).end).toBe('sent');
    expect(server.stored).toEqual(ids.filter((id) => id !== culprit));
    expect(await db.getAll('setAside')).toMatchObject([{ id: culprit, code: 'malformed' }]);
  });

  it('stops when it is revoked, and keeps what is unsent', async () => {
    await keepAnswers(2);
    const server = chainServer();
    server.faults.push(problem(410, 'device_revoked'));
    expect(await sendAll(db)).toEqual({ end: 'stopped', code: 'device_revoked' });
    expect(await readFact(db, 'state')).toBe('revoked');
    await sendAll(db);
    expect(server.posted).toHaveLength(1);
    expect(await countAll(db)).toEqual({ unsent: 2, setAside: 0 });
  });

  it('tells each drop-off once, also when the acknowledgement was lost', async () => {
    const where = { day: '2026-11-21', questionnaire: 'one-stop@1', question: 'q3' };
    await countDropOff(db, where);
    await countDropOff(db, where);
    await keepAnswers(1);
    const server = chainServer();
    server.faults.push(cutAfterCommit);
    await sendAll(db);
    await countDropOff(db, where);
    await sendAll(db);
    await keepAnswers(1);
    await sendAll(db);
    expect(server.dropOffs).toEqual([
      { ...where, n: 2 },
      { ...where, n: 1 },
    ]);
  });
});

describe('drop-offs of a batch that is sealed anew after its reply did not come', () => {
  const where = { day: '2026-11-21', questionnaire: 'one-stop@1', question: 'q3' };
  const total = (told: unknown[]) => (told as { n: number }[]).reduce((sum, { n }) => sum + n, 0);
  const aDayLater = () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Date.now() + 86_400_000);
  };

  it.each([
    ['had not arrived', [cut]],
    ['had arrived', [cutAfterCommit]],
    ['had not arrived, nor its successor', [cut, cut]],
    ['had arrived, as the second of three', [cut, cutAfterCommit, cut]],
  ])('count once when it %s', async (_what, faults) => {
    const ids = await keepAnswers(1);
    await countDropOff(db, where);
    const server = chainServer();
    for (const fault of faults) {
      server.faults.push(fault);
      expect((await sendAll(db)).end).toBe('later');
      aDayLater();
    }
    await countDropOff(db, where);
    ids.push(...(await keepAnswers(1)));
    expect((await sendAll(db)).end).toBe('sent');
    ids.push(...(await keepAnswers(1)));
    expect((await sendAll(db)).end).toBe('sent');
    expect(server.stored).toEqual(ids);
    expect(total(server.dropOffs)).toBe(2);
    expect(await readFact(db, 'doubtful')).toBeUndefined();
  });

  it('count once when another batch took the place and the chain went on', async () => {
    await keepAnswers(1);
    await countDropOff(db, where);
    const server = chainServer({ sequence: 4, previous: 'of another batch' });
    expect((await sendAll(db)).end).toBe('sent');
    expect(total(server.dropOffs)).toBe(1);
  });
});

describe('the file of what is unsent', () => {
  it('holds everything in order in signed batches, the same again in a later file, and removes nothing', async () => {
    const ids = await keepAnswers(60);
    const first = JSON.parse((await fileOfUnsent(db)) ?? '');
    const more = await keepAnswers(3);
    const second = JSON.parse((await fileOfUnsent(db)) ?? '');
    expect(first).toMatchObject({ format: 'lang-nghe batches/1', device: DEVICE.id });
    expect(second.batches.slice(0, 2)).toEqual(first.batches);
    const held = (second.batches as { payload: string }[]).flatMap(({ payload }) =>
      (JSON.parse(payload).responses as { id: string }[]).map(({ id }) => id),
    );
    expect(held).toEqual([...ids, ...more]);
    expect(second.batches.map(({ sequence }: { sequence: number }) => sequence)).toEqual([1, 2, 3]);
    expect((await countAll(db)).unsent).toBe(63);
  });

  it('does not keep the tablet from sending the same answers afterwards', async () => {
    const ids = await keepAnswers(60);
    const file = JSON.parse((await fileOfUnsent(db)) ?? '');
    expect(file.batches).toHaveLength(2);
    const server = chainServer({ sequence: 3, previous: 'of the import' });
    expect((await sendAll(db)).end).toBe('sent');
    expect(server.stored).toEqual(ids);
    expect(await countAll(db)).toEqual({ unsent: 0, setAside: 0 });
  });

  it('takes along what was set aside', async () => {
    const [refused] = await keepAnswers(1);
    const server = chainServer();
    server.faults.push(() =>
      Response.json({ sequence: 1, results: [{ id: refused, status: 409, code: 'other_content' }] }),
    );
    await sendAll(db);
    const file = (await fileOfUnsent(db)) ?? '';
    expect(file).toContain(refused);
    expect(await countAll(db)).toEqual({ unsent: 0, setAside: 1 });
  });
});

describe('a tablet that is not paired', () => {
  it('sends its answers without a signature', async () => {
    db.close();
    db = await emptyStore();
    const ids = await keepAnswers(2, 'plain');
    const sent: string[] = [];
    vi.stubGlobal('fetch', async (path: string, { body }: { body: string }) => {
      expect(path).toBe('/api/responses/batch');
      const { responses } = JSON.parse(body) as { responses: { id: string; sentAt: string }[] };
      sent.push(...responses.map(({ id }) => id));
      expect(responses[0]?.sentAt).toBeDefined();
      return Response.json({ results: responses.map(({ id }) => ({ id, status: 201 })) });
    });
    expect((await sendAll(db)).end).toBe('sent');
    expect(sent).toEqual(ids);
    expect((await countAll(db)).unsent).toBe(0);
  });
});
