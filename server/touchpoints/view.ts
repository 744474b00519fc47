// What a respondent's screen is given for the code it was opened with.
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { normaliseCode } from '#domain/touchpoints.ts';
import { findAgency } from '../agencies/queries.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { findTouchpoint } from './queries.ts';

/**
 * @param typed the code as somebody typed or scanned it
 * @throws Failure not_found/unknown_touchpoint, gone/touchpoint_revoked, conflict/touchpoint_paused
 */
export async function viewTouchpoint({ db, config }: Context, typed: string): Promise<TouchpointView> {
  const code = normaliseCode(typed);
  const touchpoint = code ? await findTouchpoint(db, code) : null;
  if (!touchpoint) throw new Failure('not_found', 'unknown_touchpoint');
  if (touchpoint.state === 'revoked') throw new Failure('gone', 'touchpoint_revoked');
  if (touchpoint.state === 'paused') throw new Failure('conflict', 'touchpoint_paused');
  const agency = await findAgency(db, touchpoint.agencyId);
  const questionnaire = await findQuestionnaire(db, touchpoint.questionnaireId);
  if (!agency || !questionnaire) throw new Error(`touchpoint ${touchpoint.id} refers to nothing`);
  return {
    code: touchpoint.code,
    name: touchpoint.name,
    kind: touchpoint.kind,
    agency: { id: agency.id, name: agency.name, nameEn: agency.nameEn, kind: agency.kind },
    questionnaire: { id: questionnaire.id, hash: questionnaire.hash, ...questionnaire.content },
    demo: config.demo,
  };
}
