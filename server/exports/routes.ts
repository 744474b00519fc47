import { Readable } from 'node:stream';
import { formatDay } from '#domain/days.ts';
import { listAgencies, subtrees } from '../agencies/queries.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire, listQuestionnaireIds } from '../questionnaires/queries.ts';
import { agencyRangeSchema, readRange } from '../results/range.ts';
import { exportResponses } from './responses.ts';

export function exportRoutes(app: App, { db, now }: Context): void {
  app.get(
    '/api/exports/responses.csv',
    {
      config: { access: 'staff' },
      schema: {
        summary: 'One row per response of one questionnaire version, streamed as CSV',
        querystring: agencyRangeSchema,
        produces: ['text/csv'],
      },
    },
    async ({ query }, reply) => {
      const range = readRange(query, now());
      const id = query.questionnaire ?? (await listQuestionnaireIds(db))[0];
      const questionnaire = id ? await findQuestionnaire(db, id) : null;
      if (!questionnaire) throw new Failure('not_found', 'unknown_questionnaire');
      const agencies = query.agency ? subtrees(await listAgencies(db)).get(query.agency) : undefined;
      if (query.agency && !agencies) throw new Failure('not_found', 'unknown_agency');
      const name = `responses_${questionnaire.id}_${formatDay(range.from)}_${formatDay(range.to)}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(exportResponses(db, questionnaire, { ...range, agencies })));
    },
  );
}
