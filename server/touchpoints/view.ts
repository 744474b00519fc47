// What a respondent's screen is given for the code it was opened with.
import { audioAddress, audioOf } from '#domain/audio.ts';
import { dayOf } from '#domain/days.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { normaliseCode } from '#domain/touchpoints.ts';
import { findAgency, successorsOf } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { findByRetiredCode, findTouchpoint, type Touchpoint } from './queries.ts';

/**
 * @param typed the code as somebody typed or scanned it
 * @throws Failure not_found/unknown_touchpoint; gone: touchpoint_revoked, code_replaced, agency_closed (both with whose
 * touchpoint it was); conflict/touchpoint_paused
 */
export async function viewTouchpoint(context: Context, typed: string): Promise<TouchpointView> {
  const { db, config, now } = context;
  const touchpoint = await openTouchpoint(context, typed);
  const agency = await findAgency(db, touchpoint.agencyId);
  const questionnaire = await findQuestionnaire(db, touchpoint.questionnaireId);
  if (!agency || !questionnaire) throw new Error(`touchpoint ${touchpoint.id} refers to nothing`);
  if (agency.validTo !== null && agency.validTo < dayOf(now())) {
    const successors = (await successorsOf(db, agency.id)).map(({ name }) => name);
    throw new Failure('gone', 'agency_closed', [], { about: { agency: agency.name, successors } });
  }
  return {
    code: touchpoint.code,
    name: touchpoint.name,
    kind: touchpoint.kind,
    agency: { id: agency.id, name: agency.name, nameEn: agency.nameEn, kind: agency.kind },
    questionnaire: { id: questionnaire.id, hash: questionnaire.hash, ...questionnaire.content },
    audio: audioOf(questionnaire.content).map(audioAddress),
    proof: touchpoint.asksForProof,
    demo: config.demo,
  };
}

/**
 * The touchpoint of a code as somebody typed or scanned it.
 * @throws Failure not_found/unknown_touchpoint; gone: touchpoint_revoked, code_replaced; conflict/touchpoint_paused
 */
export async function openTouchpoint(context: Context, typed: string): Promise<Touchpoint> {
  const code = normaliseCode(typed);
  const touchpoint = code ? await findTouchpoint(context.db, code) : null;
  if (!touchpoint) throw await whyUnknown(context, code);
  if (touchpoint.state === 'revoked') throw new Failure('gone', 'touchpoint_revoked');
  if (touchpoint.state === 'paused') throw new Failure('conflict', 'touchpoint_paused');
  return touchpoint;
}

/** A replaced code names the agency but not the new code: who kept an old poster must not get around its renewal. */
async function whyUnknown({ db }: Context, code: string | null): Promise<Failure> {
  const retired = code ? await findByRetiredCode(db, code) : null;
  const agency = retired ? await findAgency(db, retired.agencyId) : null;
  if (!agency) return new Failure('not_found', 'unknown_touchpoint');
  return new Failure('gone', 'code_replaced', [], { about: { agency: agency.name } });
}
