// Valid submissions for the touchpoints of an installation.
import { dayOf } from '#domain/days.ts';
import { BUILT_IN } from '#domain/questionnaires/built-in.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open.ts';
import { demoSubmissions } from '../../server/demo/submissions.ts';

/** 2,000 of them, answered in the last days. */
export async function makeSubmissions(
  dataDir: string,
  seed: number,
  days: number,
): Promise<SubmissionInput[]> {
  const db = await openDatabase(readConfig({ DATA_DIR: dataDir }));
  const touchpoints = await db.read.select().from(db.tables.touchpoints);
  await db.close();
  const today = dayOf(Date.now());
  return demoSubmissions({
    seed,
    count: 2000,
    questionnaires: BUILT_IN,
    touchpoints: touchpoints.map(({ code, agencyId, questionnaireId }) => ({
      code,
      agencyId,
      kind: 'ward',
      questionnaire: questionnaireId,
      channel: 'web',
    })),
    from: today - days + 1,
    to: today,
  });
}
