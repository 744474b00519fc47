// The respondent's pages on a test server, rendered from their source: no build is needed.
import type { Answers } from '#domain/questions.ts';
import * as renderer from '../../client/survey/plain/render.tsx';
import { publicResultPages } from '../../server/public-results/pages.ts';
import { Intake } from '../../server/responses/intake.ts';
import { pageFiller } from '../../server/survey/pages.ts';
import type { SurveyRenderer } from '../../server/survey/renderer.ts';
import { surveyRoutes } from '../../server/survey/routes.ts';
import { type TestServer, testServer } from './server.ts';

const TEMPLATE = `<!doctype html>
<html lang="vi"><head><title>x</title><!--touchpoint-->
<script type="module" crossorigin src="/survey/assets/a.js"></script>
<link rel="stylesheet" crossorigin href="/survey/assets/a.css"></head>
<body><!--content--><div id="app"></div><!--/content--></body></html>`;

/**
 * A test server that also has the pages under /s.
 * @param built pages that were built; the source's own when absent
 */
export async function surveyServer(
  options: Parameters<typeof testServer>[0] = {},
  built: { renderer?: SurveyRenderer } = {},
): Promise<TestServer> {
  const server = await testServer(options);
  const fill = pageFiller(TEMPLATE, (address) => `/* ${address} */`);
  const intake = new Intake(server.context.db);
  const pages = { renderer, fill, ...built };
  await surveyRoutes(server.app, server.context, intake, pages);
  publicResultPages(server.app, server.context, pages.renderer, intake.limits);
  return server;
}

/** What a browser would send for the form in a page as it stands, with further answers by question code. */
export function formIn(page: string, answers: Answers = {}): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [, name, value] of page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g))
    fields.append(name ?? '', value ?? '');
  for (const [code, given] of Object.entries(answers))
    for (const value of [given].flat()) fields.append(`answers.${code}`, value);
  return fields;
}

/** Sends a form as a browser does. */
export function postForm(
  { app }: TestServer,
  url: string,
  fields: URLSearchParams | string,
  type = 'application/x-www-form-urlencoded',
) {
  return app.inject({ method: 'POST', url, payload: String(fields), headers: { 'content-type': type } });
}
