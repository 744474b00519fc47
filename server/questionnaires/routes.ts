import { z } from 'zod';
import { questionnaireSchema } from '#domain/questionnaire.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { doerOf } from '../http/access.ts';
import { publishQuestionnaire } from './publication.ts';
import { findQuestionnaire, listQuestionnaireIds } from './queries.ts';

const publishedSchema = z.object({ id: z.string(), hash: z.string(), content: questionnaireSchema });

export function questionnaireRoutes(app: App, context: Context): void {
  app.get(
    '/api/questionnaires',
    {
      config: { access: 'questionnaires.read' },
      schema: {
        summary: 'Ids of the published versions, oldest first',
        response: { 200: z.object({ questionnaires: z.array(z.string()) }) },
      },
    },
    async () => ({ questionnaires: await listQuestionnaireIds(context.db) }),
  );

  app.get(
    '/api/questionnaires/:id',
    {
      config: { access: 'questionnaires.read' },
      schema: {
        summary: 'One published version, `code@version`',
        params: z.object({ id: z.string().max(80) }),
        response: { 200: publishedSchema },
      },
    },
    async (request) => {
      const found = await findQuestionnaire(context.db, request.params.id);
      if (!found) throw new Failure('not_found', 'unknown_questionnaire');
      return found;
    },
  );

  app.post(
    '/api/questionnaires',
    {
      config: { access: 'questionnaires.write' },
      schema: {
        summary: 'Publishes a version; every fault of a questionnaire file is named with its place',
        body: z.unknown(),
        response: { 200: publishedSchema, 201: publishedSchema },
      },
    },
    async (request, reply) => {
      const { published, created } = await publishQuestionnaire(context, request.body, doerOf(request));
      return reply.code(created ? 201 : 200).send(published);
    },
  );
}
