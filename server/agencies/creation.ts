// Gives an empty installation its province: all agencies, one touchpoint each, the built-in questionnaires published.
import { randomBytes, randomUUID } from 'node:crypto';
import { BUILT_IN } from '#domain/questionnaires/built-in.ts';
import { codeFromBytes, type TouchpointKind } from '#domain/touchpoints.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { publishedRow } from '../questionnaires/publication.ts';
import { insertQuestionnaire } from '../questionnaires/queries.ts';
import { insertTouchpoints, type Touchpoint } from '../touchpoints/queries.ts';
import { type AgencySeed, provinceTree } from './province.ts';
import { type Agency, findProvince, insertAgencies } from './queries.ts';

/** Where ids and codes come from; the demonstration hands in its own, so that it is the same every time. */
export interface Randomness {
  uuid: () => string;
  bytes: (size: number) => Uint8Array;
}
const SYSTEM: Randomness = { uuid: randomUUID, bytes: randomBytes };

/**
 * Creates the province with its departments, communes, wards and zones in one write.
 * @param unitCode official code of the province, e.g. `92`
 * @throws Failure not_found/unknown_province; conflict/already_set_up
 */
export async function createProvince(
  { db, now }: Context,
  unitCode: string,
  random: Randomness = SYSTEM,
): Promise<{ agencies: Agency[]; touchpoints: Touchpoint[] }> {
  const tree = provinceTree(unitCode);
  if (!tree) throw new Failure('not_found', 'unknown_province');
  if (await findProvince(db)) throw new Failure('conflict', 'already_set_up');
  const at = now();
  const province = toAgency(tree.province, null, at, random);
  const children = tree.children.map((seed) => toAgency(seed, province.id, at, random));
  const published = BUILT_IN.map((questionnaire) => publishedRow(questionnaire, at));
  const [first] = published;
  if (!first) throw new Error('no built-in questionnaire');
  const touchpoints = children.map((agency) => newTouchpoint(agency, 'counter', first.id, at, random));
  const agencies = [province, ...children];
  await db.write((tx) => [
    insertAgencies(tx, db.tables, agencies),
    ...published.map((row) => insertQuestionnaire(tx, db.tables, row)),
    insertTouchpoints(tx, db.tables, touchpoints),
  ]);
  return { agencies, touchpoints };
}

function toAgency(seed: AgencySeed, parentId: string | null, createdAt: number, random: Randomness): Agency {
  return { id: random.uuid(), parentId, ...seed, validFrom: null, validTo: null, createdAt };
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
