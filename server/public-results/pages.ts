// The page of published results: written by the server, whole without any program, and the same for everybody.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { PublicResults } from '#domain/public-results.ts';
import { normaliseCode } from '#domain/touchpoints.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { understand } from '../http/error-handler.ts';
import { allowFraming } from '../http/framing.ts';
import { addressOf, LIMITS, type Limits } from '../http/limits.ts';
import { sendTagged } from '../http/tagged.ts';
import { readPublicResults } from '../periods/reading.ts';
import type { Place, SurveyRenderer } from '../survey/renderer.ts';
import { findTouchpoint } from '../touchpoints/queries.ts';

const querystring = z.object({
  period: z.string().max(40).optional(),
  q: z.string().max(100).optional(),
  lang: z.string().max(20).optional(),
});
/** Within this time nobody sees that a period was published, or taken back. */
const FRESH_SECONDS = 60;

export function publicResultPages(
  app: App,
  context: Context,
  renderer: SurveyRenderer,
  limits: Limits,
): void {
  const placeOf = ({ query }: FastifyRequest): Place => {
    const { lang } = query as { lang?: unknown };
    const language = renderer.languages.find((each) => each === lang) ?? renderer.languages[0] ?? 'vi';
    return { language, demo: context.config.demo };
  };
  const page = {
    config: { access: 'public' as const },
    errorHandler: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
      const { status, code } = understand(error, request, reply);
      reply.code(status);
      if (code === 'unknown_touchpoint')
        return send(request, reply, renderer.renderSummary(null, '', placeOf(request)));
      const kind = code === 'not_found' ? 'closed' : code === 'unknown_period' ? 'unknown' : 'trouble';
      return send(request, reply, renderer.renderResultsNotice(kind, placeOf(request)));
    },
  };

  app.get('/results', { ...page, schema: { hide: true, querystring } }, async (request, reply) => {
    const { period, q } = request.query;
    const results = await published(context, period || undefined);
    const place = placeOf(request);
    const html = results
      ? renderer.renderResults(results, { period, q }, place)
      : renderer.renderResultsNotice('none', place);
    return send(request, reply, html);
  });

  const ofTouchpoint = querystring.extend({ touchpoint: z.string().max(80) });
  app.get(
    '/results/summary',
    { ...page, schema: { hide: true, querystring: ofTouchpoint } },
    async (request, reply) => {
      allowFraming(reply);
      const agencyId = await limits.guard(LIMITS.wrongCode, addressOf(request), () =>
        agencyOfTouchpoint(context, request.query.touchpoint),
      );
      const results = await published(context, undefined);
      return send(request, reply, renderer.renderSummary(results, agencyId, placeOf(request)));
    },
  );
}

/**
 * Whose touchpoint it is, or was: a paused one still has results.
 * @throws Failure not_found/unknown_touchpoint
 */
async function agencyOfTouchpoint({ db }: Context, typed: string): Promise<string> {
  const code = normaliseCode(typed);
  const touchpoint = code ? await findTouchpoint(db, code) : null;
  if (!touchpoint) throw new Failure('not_found', 'unknown_touchpoint');
  return touchpoint.agencyId;
}

/** Null where nothing is published yet; a period that is asked for and not published is a failure. */
async function published(context: Context, period: string | undefined): Promise<PublicResults | null> {
  try {
    return await readPublicResults(context, period);
  } catch (error) {
    if (period === undefined && error instanceof Failure && error.code === 'unknown_period') return null;
    throw error;
  }
}

function send(request: FastifyRequest, reply: FastifyReply, html: string): FastifyReply {
  return sendTagged(request, reply.type('text/html; charset=utf-8'), html, FRESH_SECONDS);
}
