import { z } from 'zod';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf } from '../http/access.ts';
import type { Projector } from '../tallies/projector.ts';
import { readHome } from './needs.ts';

const named = z.object({ id: z.string(), name: z.string() });
const periodSchema = z.object({ year: z.int(), index: z.int(), from: z.iso.date(), to: z.iso.date() });
const some = <T extends z.ZodType>(item: T) => z.object({ n: z.int(), named: z.array(item) });
const deviceSchema = named.extend({
  agency: z.string(),
  lastSeenAt: z.string().nullable(),
  unsent: z.int().nullable(),
});

const homeSchema = z.object({
  month: periodSchema.describe('The reporting month that runs today.'),
  previousMonth: periodSchema,
  touchpoints: z.object({ open: z.int(), printed: z.boolean() }),
  devices: z.object({
    n: z.int(),
    silent: some(deviceSchema).describe('Not heard of for more than a day.'),
    unsent: some(deviceSchema).describe('Heard of, with answers that have not arrived.'),
  }),
  accounts: z
    .object({ n: z.int(), expired: z.int(), unused: some(named) })
    .nullable()
    .describe('Those with a first password still; null for who may not read accounts.'),
  comments: z
    .object({ since: z.iso.date(), unread: z.int(), allegations: z.int() })
    .nullable()
    .describe('Not read yet since a day; null for who may not read comments.'),
  quietAgencies: some(named)
    .extend({ of: z.int() })
    .nullable()
    .describe('Without an answer this month up to yesterday; null early in the month.'),
});

export function homeRoutes(app: App, context: Context, projector: Projector): void {
  app.get(
    '/api/home',
    {
      config: { access: 'signed_in' },
      schema: { summary: 'What needs whoever asks now, within reach', response: { 200: homeSchema } },
    },
    async (request) => {
      await projector.catchUpIfPossible();
      return readHome(context, actorOf(request));
    },
  );
}
