// What an agency's own site loads to ask its visitors: client/widget/ has it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { BUILT } from '../http/front-doors.ts';
import { sendTagged } from '../http/tagged.ts';
import { readSettings } from '../installation/settings.ts';

/** Within this time sites notice that results are public, or no longer, and that there is a new version. */
const FRESH_SECONDS = 600;

/** @throws Error when the client has not been built */
export function widgetRoutes(app: App, { db }: Context): void {
  const read = (name: string) => readFileSync(join(BUILT, 'widget', name), 'utf8');
  const [widget, frame] = [read('widget.js'), read('frame.js')];
  const page = { config: { access: 'public' as const }, schema: { hide: true } };

  app.get('/widget.js', page, async (request, reply) => {
    const { publicResults } = await readSettings(db);
    // Every site may load it, and nothing about who loads it is sent back.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return script(request, reply, `(function(RESULTS){${widget}})(${publicResults});`);
  });

  app.get('/widget/frame.js', page, (request, reply) => script(request, reply, frame));
}

function script(request: FastifyRequest, reply: FastifyReply, program: string): FastifyReply {
  return sendTagged(request, reply.type('text/javascript; charset=utf-8'), program, FRESH_SECONDS);
}
