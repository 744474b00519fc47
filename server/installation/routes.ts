// What this installation is: whether it lives, which province it serves, whether it is a demonstration.
import { z } from 'zod';
import { DEFAULT_CLOSING_DAY } from '#domain/periods.ts';
import { findProvince } from '../agencies/queries.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';

const installationSchema = z.object({
  demo: z.boolean(),
  province: z.object({ id: z.string(), name: z.string(), nameEn: z.string().nullable() }).nullable(),
  closingDay: z.union([z.int(), z.literal('calendar')]).describe('Last day of a reporting month.'),
});

export function installationRoutes(app: App, { db, config }: Context): void {
  app.get(
    '/api/health',
    {
      config: { access: 'public' },
      schema: {
        summary: 'Answers when the server and its database do',
        response: { 200: z.object({ status: z.literal('ok') }) },
      },
    },
    async () => {
      await findProvince(db);
      return { status: 'ok' as const };
    },
  );

  app.get(
    '/api/installation',
    {
      config: { access: 'public' },
      schema: { summary: 'What this installation is', response: { 200: installationSchema } },
    },
    async () => {
      const province = await findProvince(db);
      return { demo: config.demo, province, closingDay: DEFAULT_CLOSING_DAY };
    },
  );
}
