import { Readable } from 'node:stream';
import { formatDay } from '#domain/days.ts';
import type { Actor } from '#domain/roles.ts';
import { listAgencies, subtrees } from '../agencies/queries.ts';
import { agencyWithin } from '../agencies/scope.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';
import { Failure } from '../errors.ts';
import { actorOf } from '../http/access.ts';
import {
  findQuestionnaire,
  listQuestionnaireIds,
  type PublishedQuestionnaire,
} from '../questionnaires/queries.ts';
import { agencyRangeSchema, rangeQuerySchema, readRange } from '../results/range.ts';
import { codebook } from './codebook.ts';
import { exportResponses } from './responses.ts';

export function exportRoutes(app: App, { db, now }: Context): void {
  app.get(
    '/api/exports/codebook.csv',
    {
      config: { access: 'responses.export' },
      schema: {
        summary: 'What the columns of the export and the codes in them mean',
        querystring: rangeQuerySchema.pick({ questionnaire: true }),
        produces: ['text/csv'],
      },
    },
    async ({ query }, reply) => {
      const { id, content } = await readVersion(db, query.questionnaire);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="codebook_${id}.csv"`)
        .send(codebook(content));
    },
  );

  app.get(
    '/api/exports/responses.csv',
    {
      config: { access: 'responses.export' },
      schema: {
        summary: 'One row per response of one questionnaire version, streamed as CSV',
        querystring: agencyRangeSchema,
        produces: ['text/csv'],
      },
    },
    async (request, reply) => {
      const { query } = request;
      const range = readRange(query, now(), actorOf(request));
      const questionnaire = await readVersion(db, query.questionnaire);
      const agencies = await agenciesAsked(db, actorOf(request), query.agency);
      const name = `responses_${questionnaire.id}_${formatDay(range.from)}_${formatDay(range.to)}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(exportResponses(db, questionnaire, { ...range, agencies })));
    },
  );
}

/** The version asked for, or the first that was published. */
async function readVersion(db: Database, asked: string | undefined): Promise<PublishedQuestionnaire> {
  const id = asked ?? (await listQuestionnaireIds(db))[0];
  const questionnaire = id ? await findQuestionnaire(db, id) : null;
  if (!questionnaire) throw new Failure('not_found', 'unknown_questionnaire');
  return questionnaire;
}

/** The ids of the agency asked for, or else of the actor's own, and of everything below; absent for all there are. */
async function agenciesAsked(
  db: Database,
  actor: Actor,
  asked: string | undefined,
): Promise<string[] | undefined> {
  const root = asked ? (await agencyWithin(db, actor, asked)).id : actor.agencyId;
  return root === null ? undefined : subtrees(await listAgencies(db)).get(root);
}
