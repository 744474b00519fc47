import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readHead } from '../../server/ledger/ledger.ts';
import {
  foldSubtrees,
  GrowingTree,
  inclusionPath,
  leafHash,
  nodeHash,
  rootFromPath,
  subtreesOf,
} from '../../server/ledger/merkle.ts';
import {
  formatSigner,
  formatVerifier,
  newSigner,
  openCheckpoint,
  parseSigner,
  parseVerifier,
  signCheckpoint,
} from '../../server/ledger/note.ts';
import { checkpointUpTo } from '../../server/ledger/queries.ts';
import { verifyLedger } from '../../server/ledger/verification.ts';
import { eraseComments } from '../../server/responses/comments.ts';
import { type Response, responsesAfter } from '../../server/responses/queries.ts';
import { Projector } from '../../server/tallies/projector.ts';
import { DIALECTS, type Dialect } from '../support/databases.ts';
import { allCriteria, SIGNER, submission, testServer } from '../support/server.ts';

/** The eight leaves and roots of the Certificate Transparency reference tests for RFC 6962. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree', () => {
  test('has the roots of the published vectors at every size', () => {
    const tree = new GrowingTree();
    expect(tree.root().toString('hex')).toBe(ROOTS[0]);
    for (const [index, data] of LEAVES.entries()) {
      tree.append(leafHash(Buffer.from(data, 'hex')));
      expect(tree.root().toString('hex')).toBe(ROOTS[index + 1]);
    }
  });

  /** RFC 9162 §2.1.1, word for word: the hash of a list of leaves by splitting it at the largest power of two. */
  const definition = (leaves: Buffer[]): Buffer => {
    if (leaves.length === 1) return leaves[0] ?? Buffer.alloc(0);
    let split = 1;
    while (split * 2 < leaves.length) split *= 2;
    return nodeHash(definition(leaves.slice(0, split)), definition(leaves.slice(split)));
  };
  const leavesOf = (size: number) =>
    Array.from({ length: size }, (_, index) => leafHash(Buffer.from([index])));

  test('grown leaf by leaf equals the definition, and every leaf can be proved in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 130 }), fc.nat(), (size, any) => {
        const leaves = leavesOf(size);
        const tree = new GrowingTree();
        for (const leaf of leaves) tree.append(leaf);
        expect(tree.root()).toEqual(definition(leaves));
        const index = any % size;
        const proof = inclusionPath(index, size).map(({ start, count }) =>
          foldSubtrees(
            subtreesOf({ start, count }).map(({ level, index: at }) =>
              definition(leaves.slice(at * 2 ** level, (at + 1) * 2 ** level)),
            ),
          ),
        );
        const leaf = leaves[index] ?? Buffer.alloc(0);
        expect(rootFromPath(leaf, index, size, proof)).toEqual(tree.root());
        expect(rootFromPath(leafHash(Buffer.from('other')), index, size, proof)).not.toEqual(tree.root());
      }),
    );
  });

  test('goes on from its edge', () => {
    const leaves = leavesOf(77);
    const whole = new GrowingTree();
    for (const leaf of leaves) whole.append(leaf);
    const first = new GrowingTree();
    for (const leaf of leaves.slice(0, 45)) first.append(leaf);
    const second = new GrowingTree(first.size, first.frontier);
    for (const leaf of leaves.slice(45)) second.append(leaf);
    expect(second.root()).toEqual(whole.root());
  });
});

describe('signed checkpoints', () => {
  const checkpoint = { origin: 'lang-nghe-test', size: 7, root: Buffer.alloc(32, 5) };

  test('open with their verifier, and only unaltered', () => {
    const signer = newSigner('lang-nghe-test');
    const note = signCheckpoint(checkpoint, signer);
    const verifier = parseVerifier(formatVerifier(signer));
    expect(openCheckpoint(note, verifier)).toEqual(checkpoint);
    expect(openCheckpoint(note, newSigner('lang-nghe-test'))).toBeNull();
    expect(openCheckpoint(note.replace('\n7\n', '\n8\n'), verifier)).toBeNull();
    expect(openCheckpoint('', verifier)).toBeNull();
  });

  test('have the text form of C2SP, which other tools read', () => {
    const note = signCheckpoint(checkpoint, newSigner('lang-nghe-test'));
    expect(note).toMatch(
      /^lang-nghe-test\n7\n[A-Za-z0-9+/]{43}=\n\n\u2014 lang-nghe-test [A-Za-z0-9+/]+=*\n$/,
    );
  });

  test('are signed by a key that survives being written down, and a damaged key is refused', () => {
    const signer = newSigner('lang-nghe-test');
    const text = formatSigner(signer);
    expect(formatVerifier(parseSigner(text))).toBe(formatVerifier(signer));
    expect(() => parseSigner(text.slice(0, -3))).toThrow();
    expect(() => parseSigner('nonsense')).toThrow();
  });
});

async function filled(dialect: Dialect, count = 130) {
  const server = await testServer({ dialect });
  const code = server.touchpoints[0]?.code ?? '';
  for (let index = 0; index < count; index++) {
    const answers = allCriteria(
      String(1 + (index % 5)),
      index % 7 === 0 ? { comment: `Ý kiến ${index}` } : {},
    );
    await server.submit(submission(code, { answers }));
  }
  await new Projector(server.context).catchUp();
  const verify = (witness?: string) => verifyLedger(server.context.db, SIGNER, witness);
  return { ...server, db: server.context.db, verify };
}

describe.each(DIALECTS)('the ledger on %s', (dialect) => {
  it('verifies what the server stored, with the checkpoints taken on the way', async () => {
    const { verify } = await filled(dialect);
    expect(await verify()).toMatchObject({ ok: true, size: 130, checkpoints: 1 });
  });

  it('proves a receipt against a signed checkpoint and shows no answer', async () => {
    const server = await filled(dialect);
    const [row] = await responsesAfter(server.db, 40, 1);
    await new Projector(server.context).checkpoint();
    const reply = await server.get(`/api/receipts/${row?.receipt.toLowerCase().replaceAll('-', ' ')}`);
    expect(reply.statusCode).toBe(200);
    const { position, leafHash: leaf, path, checkpoint } = reply.json();
    const head = openCheckpoint(checkpoint, parseVerifier((await server.get('/api/ledger/key')).body));
    const proof = path.map((hash: string) => Buffer.from(hash, 'hex'));
    expect(rootFromPath(Buffer.from(leaf, 'hex'), position, head?.size ?? 0, proof)).toEqual(head?.root);
    expect(Object.keys(reply.json())).toEqual(['receipt', 'position', 'leafHash', 'path', 'checkpoint']);
    expect((await server.get('/api/receipts/2222-2222-2222')).json().code).toBe('unknown_receipt');
    expect((await server.get('/api/receipts/x')).json().code).toBe('unknown_receipt');
  });

  it('is not continued with another key', async () => {
    const { context, db } = await filled(dialect);
    const other = { ...context, signer: newSigner('lang-nghe-other') };
    await expect(new Projector(other).catchUp()).rejects.toThrow(/another key/);
    expect((await readHead(db, SIGNER)).tree.size).toBe(130);
  });

  it('still verifies after a comment was erased, and the same response sent again is still the same', async () => {
    const server = await testServer({ dialect });
    const body = submission(server.touchpoints[0]?.code ?? '', {
      answers: allCriteria('4', { comment: 'Cảm ơn' }),
    });
    await server.submit(body);
    const { db } = server.context;
    await new Projector(server.context).checkpoint();
    const { responses } = db.tables;
    const [row] = await responsesAfter(db, 0, 1);
    const erased = eraseComments(row?.comments ?? '');
    expect(erased).not.toContain('Cảm ơn');
    await db.write((tx) => [tx.update(responses).set({ comments: erased }).where(eq(responses.id, body.id))]);
    expect((await verifyLedger(db, SIGNER)).ok).toBe(true);
    expect((await server.submit(body)).statusCode).toBe(200);
  });

  it('names the place of a removed, inserted, reordered response and of a missing entry', async () => {
    for (const [fault, position, damage] of [
      [
        'removed',
        50,
        sql`delete from responses where seq = (select response_seq from ledger where position = 50)`,
      ],
      ['missing_entry', 50, sql`delete from ledger where position = 50`],
      ['inserted', 50, sql`update ledger set response_seq = response_seq + 1000000 where position >= 50`],
    ] as const) {
      const { db, verify } = await filled(dialect);
      if (fault === 'inserted') {
        // Room behind position 49 for a response that was never counted.
        await raw(db, sql`update ledger set response_seq = -response_seq where position >= 50`);
        await raw(db, sql`update responses set seq = -seq where -seq in (select response_seq from ledger)`);
        await raw(db, sql`update ledger set response_seq = 1 - response_seq where response_seq < 0`);
        await raw(db, sql`update responses set seq = 1 - seq where seq < 0`);
        await raw(
          db,
          sql`insert into responses select 51, 'x', receipt, touchpoint_id, agency_id, questionnaire_id, answers, comments, locale, channel, answered_at, device_answered_at, received_at, duration_ms, salt, device_id, marks from responses where seq = 1`,
        );
      } else await raw(db, damage);
      expect(await verify()).toEqual({ ok: false, fault, position });
    }
  });

  it('finds a cut tail and a rewritten history by a checkpoint that was kept outside', async () => {
    const { db, verify } = await filled(dialect);
    const witness = (await checkpointUpTo(db, 1000))?.note ?? '';
    expect((await verify(witness)).ok).toBe(true);
    await raw(db, sql`delete from ledger where position >= 90`);
    await raw(db, sql`delete from responses where seq > 90`);
    await raw(db, sql`delete from checkpoints`);
    expect((await verify()).ok).toBe(true);
    expect(await verify(witness)).toEqual({ ok: false, fault: 'truncated', position: 90 });
    expect(await verify(witness.replace('lang', 'long'))).toMatchObject({ fault: 'checkpoint_unsigned' });
  });
});

test('every single-byte change to any stored response is found, at its place', async () => {
  const { db, verify } = await filled('SQLite', 24);
  const rows = await responsesAfter(db, 0, 100);
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'seq') as (keyof Response)[];
  const { responses } = db.tables;
  await raw(db, sql`pragma foreign_keys = off`);
  const put = (row: Response) =>
    db.write((tx) => [tx.update(responses).set(row).where(eq(responses.seq, row.seq))]);
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 94 }), async (...picks) => {
      const [which, what, where, by] = picks;
      const position = which % rows.length;
      const row = rows[position] as Response;
      const column = columns[what % columns.length] as keyof Response;
      const before = row[column];
      fc.pre(before !== null);
      const text = String(before);
      const at = where % text.length;
      const changed =
        text.slice(0, at) + otherCharacter(text[at] ?? '', by, typeof before) + text.slice(at + 1);
      await put({ ...row, [column]: typeof before === 'number' ? Number(changed) : changed });
      const verdict = await verify();
      await put(row);
      expect(verdict).toEqual({ ok: false, fault: 'changed', position });
    }),
    { numRuns: 300 },
  );
  expect((await verify()).ok).toBe(true);
});

/** Another printable character; another digit in a number. */
function otherCharacter(character: string, by: number, type: string): string {
  if (type === 'number') return String((Number(character) + 1 + (by % 9)) % 10);
  return String.fromCharCode(32 + ((character.charCodeAt(0) - 32 + by) % 95));
}

/** Damage as somebody with the database password would do it: foreign keys do not stop them. */
async function raw(db: Awaited<ReturnType<typeof filled>>['db'], statement: ReturnType<typeof sql>) {
  const orm = db.read as unknown as {
    run?: (q: unknown) => unknown;
    transaction: (
      work: (tx: { execute: (q: unknown) => Promise<unknown> }) => Promise<void>,
    ) => Promise<void>;
  };
  if (orm.run) {
    await orm.run(sql`pragma foreign_keys = off`);
    await orm.run(statement);
  } else {
    // On one connection of several.
    await orm.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.execute(statement);
    });
  }
}
