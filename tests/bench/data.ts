// Large databases to measure on: what the product itself would have stored, made by the demo's generator in large
// strides, and kept between runs in BENCH_DIR (default: under the system's folder for temporary files).
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { dayOf, parseDay, startOfDay } from '#domain/days.ts';
import { BUILT_IN } from '#domain/questionnaires/built-in.ts';
import { receiptOf } from '#domain/receipts.ts';
import { SPAN_LENGTHS } from '#domain/spans.ts';
import { addTally } from '#domain/tally.ts';
import { createProvince } from '../../server/agencies/creation.ts';
import { readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import { sqliteFile } from '../../server/db/open.ts';
import { openSqlite } from '../../server/db/sqlite.ts';
import { demoSubmissions } from '../../server/demo/submissions.ts';
import { openSigner } from '../../server/ledger/key.ts';
import { grow, readHead } from '../../server/ledger/ledger.ts';
import { openComments, sealComments } from '../../server/responses/comments.ts';
import type { NewResponse, Response } from '../../server/responses/queries.ts';
import { readSubmission } from '../../server/responses/submission.ts';
import { countResponses } from '../../server/tallies/counting.ts';
import { putTallies, type Tally } from '../../server/tallies/queries.ts';

/** Three years, in a province of 150 agencies. */
export const FIRST_DAY = parseDay('2023-11-01');
export const LAST_DAY = parseDay('2026-10-31');
const PROVINCE = '37';
/** So many different people; every response repeats the answers of one of them. */
const PEOPLE = 100_000;
const STRIDE = 10_000;

/** The data folder of a database with this many responses, made on first use. */
export async function benchFolder(size: number): Promise<string> {
  const folder = join(benchDir(), `${size}-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  await fillFolder(unfinished, size);
  renameSync(unfinished, folder);
  return folder;
}

/** Where everything that the benchmarks write lies. */
export function benchDir(): string {
  const folder = process.env.BENCH_DIR || join(tmpdir(), 'lang-nghe-bench');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Changes when the tables, the grains or the questionnaires do. */
function fingerprint(): string {
  const migrations = fileURLToPath(new URL('../../drizzle/sqlite', import.meta.url));
  const hash = createHash('sha256').update(JSON.stringify([SPAN_LENGTHS, BUILT_IN, PEOPLE]));
  for (const file of readdirSync(migrations).sort())
    if (file.endsWith('.sql')) hash.update(readFileSync(join(migrations, file)));
  return hash.digest('hex').slice(0, 8);
}

/** Creates a province and its responses in an empty folder. */
export async function fillFolder(dataDir: string, size: number): Promise<void> {
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const now = () => startOfDay(FIRST_DAY);
  const db = openSqlite(sqliteFile(config));
  const context: Context = { db, config, signer: openSigner(dataDir), now };
  const people = await meetPeople(context, Math.min(size, PEOPLE));
  const indexes = new Indexes(sqliteFile(config));
  indexes.drop();
  const tallies = new Map<string, Tally>();
  let head = await readHead(db, context.signer);
  for (let start = 0; start < size; start += STRIDE) {
    const rows = makeResponses(people, start, Math.min(size, start + STRIDE), size);
    const growth = grow(head, rows, context.signer, rows.at(-1)?.receivedAt ?? 0);
    await db.write((tx) => [tx.insertMany(db.tables.responses, rows), ...growth.statements(tx, db.tables)]);
    head = growth.head;
    collect(tallies, await countResponses(db, rows));
    if (start % 1_000_000 === 0) process.stderr.write(`${size} responses: ${start} made\n`);
  }
  await storeTallies(context, [...tallies.values()]);
  indexes.restore();
  await db.close();
}

/** Valid rows, by the product's own checks, sorted by time. */
async function meetPeople(context: Context, count: number): Promise<NewResponse[]> {
  const { agencies, touchpoints } = await createProvince(context, PROVINCE);
  const kinds = new Map(agencies.map((agency) => [agency.id, agency.kind]));
  const submissions = demoSubmissions({
    seed: 1,
    count,
    questionnaires: BUILT_IN,
    touchpoints: touchpoints.map(({ code, agencyId, questionnaireId }) => ({
      code,
      agencyId,
      kind: kinds.get(agencyId) ?? 'ward',
      questionnaire: questionnaireId,
      channel: 'web' as const,
    })),
    from: FIRST_DAY,
    to: LAST_DAY,
  });
  const rows: NewResponse[] = [];
  for (const submission of submissions) {
    const now = () => Date.parse(submission.answeredAt) + 2000;
    rows.push(await readSubmission({ ...context, now }, submission));
  }
  return rows;
}

/** The responses start..end − 1 of `size`: on the days of the people in order, with the answers of any of them. */
function makeResponses(people: NewResponse[], start: number, end: number, size: number): Response[] {
  const rows: Response[] = [];
  for (let index = start; index < end; index++) {
    const when = people[Math.floor((index * people.length) / size)];
    // A multiplier without a common factor visits everybody before anybody comes again.
    const who = people[(index * 61_803) % people.length];
    if (!when || !who) throw new RangeError('nobody to answer');
    const answeredAt =
      startOfDay(dayOf(when.answeredAt)) + who.answeredAt - startOfDay(dayOf(who.answeredAt));
    const id = randomUUID();
    rows.push({
      ...who,
      seq: index + 1,
      id,
      receipt: receiptOf(id),
      salt: randomBytes(16).toString('hex'),
      comments: resealed(who.comments),
      answeredAt,
      deviceAnsweredAt: answeredAt,
      receivedAt: answeredAt + 2000,
    });
  }
  return rows;
}

function resealed(comments: string | null): string | null {
  if (comments === null) return null;
  const texts = Object.entries(openComments(comments)).map(([question, { text }]) => [question, text ?? '']);
  return sealComments(Object.fromEntries(texts));
}

function collect(all: Map<string, Tally>, more: Tally[]): void {
  for (const tally of more) {
    const key = `${tally.grain}/${tally.questionnaireId}/${tally.span}/${tally.scope}`;
    const known = all.get(key);
    if (known) addTally(known.counts, tally.counts);
    else all.set(key, tally);
  }
}

async function storeTallies({ db }: Context, rows: Tally[]): Promise<void> {
  rows.sort((a, b) => (a.grain < b.grain ? -1 : a.grain > b.grain ? 1 : a.span - b.span));
  for (let start = 0; start < rows.length; start += STRIDE)
    await db.write((tx) => [putTallies(tx, db.tables, rows.slice(start, start + STRIDE))]);
}

/** The indexes of the large tables: built in one go at the end, which is many times faster. */
class Indexes {
  private readonly file: string;
  private definitions: { name: string; sql: string }[] = [];

  constructor(file: string) {
    this.file = file;
  }

  drop(): void {
    this.run((sqlite) => {
      this.definitions = sqlite
        .prepare("select name, sql from sqlite_master where type = 'index' and sql is not null")
        .all() as { name: string; sql: string }[];
      this.definitions = this.definitions.filter(({ sql }) => / ON `(responses|ledger)` /.test(sql));
      for (const { name } of this.definitions) sqlite.exec(`drop index "${name}"`);
    });
  }

  restore(): void {
    this.run((sqlite) => {
      sqlite.pragma('cache_size = -1000000');
      for (const { sql } of this.definitions) sqlite.exec(sql);
      sqlite.pragma('wal_checkpoint(TRUNCATE)');
    });
  }

  private run(work: (sqlite: Sqlite.Database) => void): void {
    const sqlite = new Sqlite(this.file);
    try {
      work(sqlite);
    } finally {
      sqlite.close();
    }
  }
}
