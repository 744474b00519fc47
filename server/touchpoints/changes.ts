// What staff do to touchpoints, each with its audit entry in the same write.
import { randomBytes } from 'node:crypto';
import { dayOf } from '#domain/days.ts';
import { codeFromBytes, type TouchpointKind, type TouchpointState } from '#domain/touchpoints.ts';
import { newTouchpoint } from '../agencies/creation.ts';
import type { Agency } from '../agencies/queries.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { isTaken } from '../db/faults.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import {
  findTouchpointById,
  insertTouchpoints,
  putState,
  retireCode,
  type Touchpoint,
  updateTouchpoint,
} from './queries.ts';

/** Stands for the agency's name in the names of several touchpoints made at once. */
const AGENCY_IN_NAME = '{agency}';

export interface NewTouchpoints {
  agencies: string[];
  kind: TouchpointKind;
  /** `{agency}` in it becomes the agency's name. */
  name: string;
  questionnaire: string;
}

/**
 * One touchpoint for each agency, all or none.
 * @throws Failure not_found: unknown_agency, unknown_questionnaire; conflict/agency_closed
 */
export async function createTouchpoints(
  context: Context,
  doer: Doer,
  wanted: NewTouchpoints,
): Promise<Touchpoint[]> {
  const { db, now } = context;
  const at = now();
  await requireQuestionnaire(context, wanted.questionnaire);
  const within = new Map((await agenciesOf(context, doer)).map((agency) => [agency.id, agency]));
  const rows = [...new Set(wanted.agencies)].map((id) => {
    const agency = within.get(id);
    if (!agency) throw new Failure('not_found', 'unknown_agency');
    if (agency.validTo !== null && agency.validTo < dayOf(at)) throw new Failure('conflict', 'agency_closed');
    const name = wanted.name.replaceAll(AGENCY_IN_NAME, agency.name);
    return { ...newTouchpoint(agency, wanted.kind, wanted.questionnaire, at), name };
  });
  await db.write((tx) => [
    insertTouchpoints(tx, db.tables, rows),
    ...rows.map((row) =>
      recordAudit(tx, db.tables, {
        ...entry(doer, row, at, 'touchpoint.created'),
        after: { name: row.name, kind: row.kind, questionnaire: row.questionnaireId },
      }),
    ),
  ]);
  return rows;
}

export interface TouchpointChanges {
  name?: string | undefined;
  kind?: TouchpointKind | undefined;
  questionnaire?: string | undefined;
  proof?: boolean | undefined;
}

/** @throws Failure not_found: unknown_touchpoint, unknown_questionnaire; gone/touchpoint_revoked */
export async function changeTouchpoint(context: Context, doer: Doer, id: string, wanted: TouchpointChanges) {
  const { db, now } = context;
  const before = await touchpointInUse(context, doer, id);
  if (wanted.questionnaire) await requireQuestionnaire(context, wanted.questionnaire);
  const after = {
    name: wanted.name ?? before.name,
    kind: wanted.kind ?? before.kind,
    questionnaireId: wanted.questionnaire ?? before.questionnaireId,
    asksForProof: wanted.proof ?? before.asksForProof,
  };
  const shown = ({ name, kind, questionnaireId, asksForProof }: typeof after) => ({
    name,
    kind,
    questionnaire: questionnaireId,
    proof: asksForProof,
  });
  await db.write((tx) => [
    updateTouchpoint(tx, db.tables, id, after),
    recordAudit(tx, db.tables, {
      ...entry(doer, before, now(), 'touchpoint.changed'),
      before: shown(before),
      after: shown(after),
    }),
  ]);
  return { ...before, ...after };
}

const STATE_ACTIONS: Record<TouchpointState, string> = {
  open: 'touchpoint.resumed',
  paused: 'touchpoint.paused',
  revoked: 'touchpoint.revoked',
};

/**
 * Pauses, resumes or, for ever, revokes. The state it already has is no change.
 * @throws Failure not_found/unknown_touchpoint; gone/touchpoint_revoked
 */
export async function changeState(context: Context, doer: Doer, id: string, state: TouchpointState) {
  const { db, now } = context;
  const before = await touchpointWithin(context, doer, id);
  if (before.state === state) return before;
  if (before.state === 'revoked') throw new Failure('gone', 'touchpoint_revoked');
  await db.write((tx) => [
    putState(tx, db.tables, id, state),
    recordAudit(tx, db.tables, {
      ...entry(doer, before, now(), STATE_ACTIONS[state]),
      before: { state: before.state },
      after: { state },
    }),
  ]);
  return { ...before, state };
}

/**
 * Gives a touchpoint another code; the old one says from now on that it was replaced.
 * @throws Failure not_found/unknown_touchpoint; gone/touchpoint_revoked; conflict/code_renewed when somebody was quicker
 */
export async function renewCode(context: Context, doer: Doer, id: string): Promise<Touchpoint> {
  const { db, now } = context;
  const before = await touchpointInUse(context, doer, id);
  const code = codeFromBytes(randomBytes(64));
  const at = now();
  try {
    await db.write((tx) => [
      retireCode(tx, db.tables, before, at),
      updateTouchpoint(tx, db.tables, id, { code }),
      recordAudit(tx, db.tables, {
        ...entry(doer, before, at, 'touchpoint.code_renewed'),
        before: { code: before.code },
        after: { code },
      }),
    ]);
  } catch (error) {
    if (isTaken(error)) throw new Failure('conflict', 'code_renewed');
    throw error;
  }
  return { ...before, code };
}

async function touchpointInUse(context: Context, doer: Doer, id: string): Promise<Touchpoint> {
  const found = await touchpointWithin(context, doer, id);
  if (found.state === 'revoked') throw new Failure('gone', 'touchpoint_revoked');
  return found;
}

/** @throws Failure not_found/unknown_touchpoint, the same whether it is another's or nobody's */
async function touchpointWithin(context: Context, doer: Doer, id: string): Promise<Touchpoint> {
  const found = await findTouchpointById(context.db, id);
  const agencies = found ? await agenciesOf(context, doer) : [];
  if (!found || !agencies.some((agency) => agency.id === found.agencyId))
    throw new Failure('not_found', 'unknown_touchpoint');
  return found;
}

async function agenciesOf({ db }: Context, { actor }: Doer): Promise<Agency[]> {
  return actor ? agenciesWithin(db, actor) : [];
}

async function requireQuestionnaire({ db }: Context, id: string): Promise<void> {
  if (!(await findQuestionnaire(db, id))) throw new Failure('not_found', 'unknown_questionnaire');
}

function entry(doer: Doer, { id, agencyId }: Touchpoint, at: number, action: string) {
  return { ...doer, at, action, subject: { kind: 'touchpoint', id }, agencyId };
}
