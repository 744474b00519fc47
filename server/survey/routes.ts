// The respondent's page, answered with or without a program in the browser.
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { normaliseReceipt, receiptOf } from '#domain/receipts.ts';
import { formatCode, normaliseCode } from '#domain/touchpoints.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { type Trouble, understand } from '../http/error-handler.ts';
import { addressOf, LIMITS, type Limits } from '../http/limits.ts';
import type { Intake } from '../responses/intake.ts';
import { storeWithoutClock } from '../responses/storing.ts';
import { viewTouchpoint } from '../touchpoints/view.ts';
import type { SurveyPages } from './pages.ts';
import { type Fields, type PostedForm, readFields, readPostedForm, submissionOf } from './posted-form.ts';
import { isStored } from './queries.ts';
import { Sender } from './sender.ts';

const querystring = z.object({ lang: z.string().max(20).optional(), preview: z.string().max(20).optional() });
const params = z.object({ code: z.string().max(80) });
/** What the API takes, in an encoding that makes three characters of a byte. */
const LARGEST_FORM = 3 * 64 * 1024;

export async function surveyRoutes(
  app: App,
  context: Context,
  intake: Intake,
  pages: SurveyPages,
): Promise<void> {
  const sender = new Sender(context, pages);
  askRoute(app, sender);
  formRoute(app, context, sender, intake.limits);
  thanksRoute(app, context, sender, intake.limits);
  // Only in here are forms understood: the API goes on to take JSON alone.
  await app.register(async (scope) => {
    scope.addContentTypeParser<string>(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: string) => readFields(body),
    );
    postRoute(scope as App, context, intake, sender);
  });
}

/** Every page of a survey is public, and says itself what went wrong. */
const hidden = (sender: Sender) => ({
  config: { access: 'public' as const },
  errorHandler: sender.handleError,
});

/** Where a code is typed. */
function askRoute(app: App, sender: Sender): void {
  const schema = { hide: true, querystring: querystring.extend({ code: z.string().max(80).optional() }) };
  app.get('/s', { ...hidden(sender), schema }, async (request, reply) => {
    const { code = '' } = request.query;
    const known = normaliseCode(code);
    if (known) return reply.redirect(`/s/${formatCode(known)}`, 303);
    if (code !== '') throw new Failure('not_found', 'unknown_touchpoint');
    return sender.problem(request, reply, null);
  });
}

function formRoute(app: App, context: Context, sender: Sender, limits: Limits): void {
  const schema = { hide: true, params, querystring };
  app.get('/s/:code', { ...hidden(sender), schema }, async (request, reply) => {
    if (request.params.code === '') return sender.problem(request, reply, null);
    const view = await limits.guard(LIMITS.wrongCode, addressOf(request), () =>
      viewTouchpoint(context, request.params.code),
    );
    const startedAt = new Date(context.now()).toISOString();
    const form = { id: randomUUID(), startedAt, answers: {}, issues: [] };
    const preview = request.query.preview !== undefined;
    return preview ? sender.preview(request, reply, view, form) : sender.form(request, reply, view, form);
  });
}

/** What somebody sees who has sent the form. The address shows the receipt, which shows nothing of the answers. */
function thanksRoute(app: App, context: Context, sender: Sender, limits: Limits): void {
  const schema = { hide: true, params: params.extend({ receipt: z.string().max(40) }), querystring };
  app.get('/s/:code/thanks/:receipt', { ...hidden(sender), schema }, async (request, reply) => {
    const view = await viewTouchpoint(context, request.params.code);
    const receipt = await limits.guard(LIMITS.wrongReceipt, addressOf(request), async () => {
      const typed = normaliseReceipt(request.params.receipt);
      if (typed && (await isStored(context.db, typed))) return typed;
      throw new Failure('not_found', 'unknown_receipt');
    });
    return sender.thanks(request, reply, view, receipt);
  });
}

function postRoute(app: App, context: Context, intake: Intake, sender: Sender): void {
  const schema = { hide: true, params, querystring };
  app.post('/s/:code', { ...hidden(sender), bodyLimit: LARGEST_FORM, schema }, async (request, reply) => {
    if (!(request.body instanceof Map)) throw new Failure('malformed', 'malformed');
    const fields: Fields = request.body;
    const posted = await intake.limits.guard(LIMITS.wrongCode, addressOf(request), () =>
      readPostedForm(context, request.params.code, fields),
    );
    // Only the language was changed: nothing is judged yet.
    if (fields.has('show')) return sender.form(request, reply, posted.view, posted.form);
    try {
      intake.limits.take(LIMITS.address, addressOf(request));
      const locale = sender.languageOf(request, posted.view);
      await storeWithoutClock(context, intake, submissionOf(posted, locale, context.now()));
    } catch (error) {
      return mend(error, request, reply, sender, posted);
    }
    const address = `/s/${posted.view.code}/thanks/${receiptOf(posted.form.id)}`;
    return reply.redirect(sender.inSameLanguage(request, posted.view, address), 303);
  });
}

/** Gives the form back with all that was answered, and with what is wrong with it or with the server. */
function mend(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  sender: Sender,
  { view, form }: PostedForm,
): FastifyReply {
  const trouble = understand(error, request, reply);
  if (!canBeSentAgain(trouble)) throw error;
  const { status, code, issues } = trouble;
  const problem = issues.length > 0 ? undefined : code;
  return sender.form(request, reply.code(status), view, { ...form, issues, problem });
}

function canBeSentAgain({ status }: Trouble): boolean {
  return status === 422 || status === 429 || status >= 500;
}
