// Whether a database holds what it must after whatever happened to the process: looked at from outside, by the
// definitions alone.
import { canonicalAnswers } from '#domain/answers.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import { addTally } from '#domain/tally.ts';
import type { Database } from '../../server/db/database.ts';
import { hashResponse, isConsistent } from '../../server/ledger/leaf.ts';
import { GrowingTree } from '../../server/ledger/merkle.ts';
import { openCheckpoint, type Signer } from '../../server/ledger/note.ts';
import { checkpointUpTo, entriesFrom } from '../../server/ledger/queries.ts';
import { findQuestionnaire } from '../../server/questionnaires/queries.ts';
import { openComments } from '../../server/responses/comments.ts';
import { type Response, responsesAfter } from '../../server/responses/queries.ts';
import { countResponses } from '../../server/tallies/counting.ts';
import type { Tally } from '../../server/tallies/queries.ts';

/** Everything that is wrong, one line each; empty when nothing is. */
export async function inspect(
  db: Database,
  signer: Signer,
  acknowledged: Map<string, SubmissionInput>,
): Promise<string[]> {
  const rows = await responsesAfter(db, 0, Number.MAX_SAFE_INTEGER);
  return [
    ...(await inspectResponses(db, rows, acknowledged)),
    ...(await inspectTallies(db, rows)),
    ...(await inspectLedger(db, rows, signer)),
  ];
}

async function inspectResponses(
  db: Database,
  rows: Response[],
  acknowledged: Map<string, SubmissionInput>,
): Promise<string[]> {
  const problems: string[] = [];
  const stored = Map.groupBy(rows, (row) => row.id);
  for (const [id, same] of stored) if (same.length > 1) problems.push(`${id} is stored ${same.length} times`);
  for (const [id, sent] of acknowledged) {
    const [row] = stored.get(id) ?? [];
    const questionnaire = await findQuestionnaire(db, sent.questionnaire);
    if (!row || !questionnaire) problems.push(`${id} was acknowledged and is not stored`);
    else {
      const texts = Object.entries(openComments(row.comments)).map(([code, { text }]) => [code, text]);
      const answers = { ...JSON.parse(row.answers), ...Object.fromEntries(texts) };
      const expected = canonicalAnswers(questionnaire.content, sent.answers);
      if (sorted(answers) !== sorted(expected)) problems.push(`${id} is stored with other answers`);
    }
  }
  return problems;
}

const sorted = (answers: object) => JSON.stringify(Object.entries(answers).sort());

async function inspectTallies(db: Database, rows: Response[]): Promise<string[]> {
  const name = ({ grain, questionnaireId, span, scope }: Tally) =>
    `${grain}/${questionnaireId}/${span}/${scope}`;
  const expected = new Map<string, number[]>();
  for (const tally of await countResponses(db, rows)) {
    const known = expected.get(name(tally));
    if (known) addTally(known, tally.counts);
    else expected.set(name(tally), tally.counts);
  }
  const stored = new Map((await db.read.select().from(db.tables.tallies)).map((row) => [name(row), row]));
  return [...new Set([...expected.keys(), ...stored.keys()])]
    .filter((key) => JSON.stringify(expected.get(key)) !== JSON.stringify(stored.get(key)?.counts))
    .map((key) => `the tally ${key} differs from a recount`);
}

async function inspectLedger(db: Database, rows: Response[], signer: Signer): Promise<string[]> {
  const problems: string[] = [];
  const entries = await entriesFrom(db, 0, Number.MAX_SAFE_INTEGER);
  if (entries.length !== rows.length)
    problems.push(`${rows.length} responses, but ${entries.length} positions`);
  const checkpoint = await checkpointUpTo(db, Number.MAX_SAFE_INTEGER);
  const tree = new GrowingTree();
  let root = tree.root();
  for (const [position, row] of rows.entries()) {
    const entry = entries[position];
    const leaf = hashResponse(row);
    if (entry?.position !== position || entry.responseSeq !== row.seq)
      problems.push(`position ${position} is not that of ${row.id}`);
    if (entry?.leafHash !== leaf.toString('hex') || !isConsistent(row))
      problems.push(`the leaf at ${position} does not fit`);
    tree.append(leaf);
    if (tree.size === checkpoint?.size) root = tree.root();
  }
  const signed = checkpoint ? openCheckpoint(checkpoint.note, signer) : null;
  if (checkpoint && (signed?.size !== checkpoint.size || !signed.root.equals(root)))
    problems.push(`the checkpoint of ${checkpoint.size} does not fit the tree`);
  return problems;
}
