// The built pages: the respondent's under /s/CODE, /kiosk and /verify, the console under /app.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { viewTouchpoint } from '../touchpoints/view.ts';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));
/** Where the respondent's page expects its data; see client/survey/index.html. */
const PLACE = '<!--touchpoint-->';

/** @throws Error when the client has not been built */
export async function frontDoors(app: App, context: Context): Promise<void> {
  const survey = readPage('survey', context);
  const console = readPage('console', context);
  for (const [folder, prefix] of [
    ['survey', '/survey/'],
    ['console', '/app/'],
  ] as const)
    await app.register(fastifyStatic, {
      root: join(BUILT, folder),
      prefix,
      index: false,
      decorateReply: false,
      wildcard: false,
      // File names hold a hash of their content.
      immutable: true,
      maxAge: '1y',
      logLevel: 'warn',
      globIgnore: ['**/index.html'],
    });
  const page = { config: { access: 'public' as const }, schema: { hide: true } };

  app.get(
    '/s/:code',
    { ...page, schema: { hide: true, params: z.object({ code: z.string().max(80) }) } },
    async (request, reply) => {
      try {
        const view = await viewTouchpoint(context, request.params.code);
        const data = JSON.stringify(view).replaceAll('<', '\\u003c');
        const script = `<script type="application/json" id="touchpoint">${data}</script>`;
        return html(
          reply,
          survey.replace(PLACE, () => script),
        );
      } catch (error) {
        // The page itself says in plain words what is wrong with the code.
        if (error instanceof Failure) return html(reply.code(error.status), survey);
        throw error;
      }
    },
  );
  for (const path of ['/kiosk', '/verify']) app.get(path, page, (_request, reply) => html(reply, survey));
  for (const path of ['/app', '/app/*']) app.get(path, page, (_request, reply) => html(reply, console));
  app.get('/', page, (_request, reply) => reply.redirect('/app'));
}

function readPage(folder: string, { config }: Context): string {
  const file = join(BUILT, folder, 'index.html');
  if (!existsSync(file)) throw new Error('The pages are not built yet: run "npm run build" first.');
  const page = readFileSync(file, 'utf8');
  return config.demo ? page.replace('<html ', '<html data-demo ') : page;
}

function html(reply: FastifyReply, content: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(content);
}
