// Gives an empty installation its province: all agencies, one touchpoint each, the built-in questionnaires published.
import { randomBytes, randomUUID } from 'node:crypto';
import { BUILT_IN } from '#domain/questionnaires/built-in.ts';
import { codeFromBytes, type TouchpointKind } from '#domain/touchpoints.ts';
import type { Context } from '../context.ts';
import type { Statement, Writer } from '../db/database.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';
import { publishedRow } from '../questionnaires/publication.ts';
import { insertQuestionnaire } from '../questionnaires/queries.ts';
import { insertTouchpoints, type Touchpoint } from '../touchpoints/queries.ts';
import type { Office } from './departments.ts';
import { type AgencySeed, provinceTree } from './province.ts';
import { type Agency, findProvince, insertAgencies } from './queries.ts';

/** Where ids and codes come from; the demonstration hands in its own, so that it is the same every time. */
export interface Randomness {
  uuid: () => string;
  bytes: (size: number) => Uint8Array;
}
const SYSTEM: Randomness = { uuid: randomUUID, bytes: randomBytes };

export interface ProvinceOptions {
  random?: Randomness;
  /** The offices of the provincial tier; the usual ones when it is left out. */
  offices?: Office[];
  /** Mã định danh of the province, where it is not the known one. */
  agencyCode?: string | null;
  /** What else belongs to the same all-or-nothing write. */
  more?: (tx: Writer) => Statement[];
}

/** A row that only one set-up can write. */
const SET_UP = 'setUp';

/**
 * Creates the province with its departments, communes, wards and zones in one write; of two who do it at once one wins.
 * @param unitCode official code of the province, e.g. `92`
 * @throws Failure not_found/unknown_province; conflict/already_set_up
 */
export async function createProvince(
  { db, now }: Context,
  unitCode: string,
  { random = SYSTEM, offices, agencyCode, more = () => [] }: ProvinceOptions = {},
): Promise<{ agencies: Agency[]; touchpoints: Touchpoint[] }> {
  const tree = provinceTree(unitCode, offices);
  if (!tree) throw new Failure('not_found', 'unknown_province');
  if (await findProvince(db)) throw new Failure('conflict', 'already_set_up');
  if (agencyCode !== undefined) tree.province.agencyCode = agencyCode;
  const at = now();
  const province = toAgency(tree.province, null, at, random);
  const children = tree.children.map((seed) => toAgency(seed, province.id, at, random));
  const published = BUILT_IN.map((questionnaire) => publishedRow(questionnaire, at));
  const [first] = published;
  if (!first) throw new Error('no built-in questionnaire');
  const touchpoints = children.map((agency) => newTouchpoint(agency, 'counter', first.id, at, random));
  const agencies = [province, ...children];
  try {
    await db.write((tx) => [
      tx.insert(db.tables.settings).values({ key: SET_UP, value: 'true', changedAt: at }),
      insertAgencies(tx, db.tables, agencies),
      ...published.map((row) => insertQuestionnaire(tx, db.tables, row)),
      insertTouchpoints(tx, db.tables, touchpoints),
      ...more(tx),
    ]);
  } catch (error) {
    if (isTaken(error)) throw new Failure('conflict', 'already_set_up');
    throw error;
  }
  return { agencies, touchpoints };
}

function toAgency(seed: AgencySeed, parentId: string | null, createdAt: number, random: Randomness): Agency {
  const nameEn = seed.nameEn || null;
  const unknown = { yearlyTransactions: null, validFrom: null, validTo: null };
  return { id: random.uuid(), parentId, ...seed, nameEn, ...unknown, createdAt };
}

/** A touchpoint of an agency with a fresh code, open from now on. */
export function newTouchpoint(
  agency: Pick<Agency, 'id' | 'name'>,
  kind: TouchpointKind,
  questionnaireId: string,
  createdAt: number,
  random: Randomness = SYSTEM,
): Touchpoint {
  return {
    id: random.uuid(),
    agencyId: agency.id,
    code: codeFromBytes(random.bytes(64)),
    kind,
    name: agency.name,
    state: 'open',
    questionnaireId,
    asksForProof: false,
    createdAt,
  };
}
