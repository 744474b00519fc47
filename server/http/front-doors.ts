// The built pages that are the same for everybody: /kiosk and /verify for respondents, the console under /app.
// What a respondent's phone opens is written for each touchpoint; see server/survey/.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';

/** What `npm run build` makes. */
export const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));

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

  await tabletApp(app);
  const kiosk = survey.replace('</head>', () => `${INSTALLABLE}</head>`);
  app.get('/kiosk', page, (_request, reply) => html(reply, kiosk));
  app.get('/verify', page, (_request, reply) => html(reply, survey));
  for (const path of ['/app', '/app/*']) app.get(path, page, (_request, reply) => html(reply, console));
  app.get('/', page, (_request, reply) => reply.redirect('/app'));
}

/** Only the tablet's page is one that can be installed. */
const INSTALLABLE =
  '<link rel="manifest" href="/kiosk/app.webmanifest"><link rel="apple-touch-icon" href="/kiosk/icon-192.png">';

/** The tablet's service worker, which may never control more than the tablet's page, its manifest and icons. */
async function tabletApp(app: App): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(BUILT, 'kiosk'),
    prefix: '/kiosk/',
    index: false,
    decorateReply: false,
    wildcard: false,
    // Their names stay the same when they change.
    cacheControl: false,
    logLevel: 'warn',
    setHeaders: (reply) => {
      reply.header('cache-control', 'no-cache');
      reply.header('service-worker-allowed', '/kiosk');
    },
  });
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
