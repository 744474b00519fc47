// Answers requests with the respondent's pages, each in the language that its address asks for.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { About, TouchpointView } from '#domain/touchpoint-view.ts';
import { normaliseCode, type TouchpointKind } from '#domain/touchpoints.ts';
import type { Context } from '../context.ts';
import { understand } from '../http/error-handler.ts';
import { allowFraming } from '../http/framing.ts';
import { findByRetiredCode, findTouchpoint } from '../touchpoints/queries.ts';
import type { Page, SurveyPages } from './pages.ts';
import type { FormState } from './renderer.ts';

/** Only what was made for other sites may stand in one. */
const isForSites = ({ kind }: { kind: TouchpointKind }) => kind === 'website';

export class Sender {
  private readonly context: Context;
  private readonly pages: SurveyPages;

  constructor(context: Context, pages: SurveyPages) {
    this.context = context;
    this.pages = pages;
  }

  /** The language of a page: what its address asks for, if there is such, or else the first. */
  languageOf(request: FastifyRequest, view: TouchpointView | null): string {
    const { languages } = this.pages.renderer;
    const asked = (request.query as { lang?: unknown } | undefined)?.lang;
    const offered = view?.questionnaire.languages ?? languages;
    return offered.find((language) => language === asked) ?? languages[0] ?? 'vi';
  }

  /** An address with the language of the request, so that the next page has it too. */
  inSameLanguage(request: FastifyRequest, view: TouchpointView, address: string): string {
    const language = this.languageOf(request, view);
    return language === this.pages.renderer.languages[0] ? address : `${address}?lang=${language}`;
  }

  form(request: FastifyRequest, reply: FastifyReply, view: TouchpointView, form: FormState) {
    const place = this.placeOf(request, view);
    const rendered = this.pages.renderer.renderForm(view, form, place);
    return this.send(reply, { ...rendered, ...place, view, program: true, framed: isForSites(view) });
  }

  /** The form as a citizen sees it, without a program and without a way to send it. */
  preview(request: FastifyRequest, reply: FastifyReply, view: TouchpointView, form: FormState) {
    const place = this.placeOf(request, view);
    const rendered = this.pages.renderer.renderForm(view, form, place, true);
    return this.send(reply, { ...rendered, ...place, view: null, program: false, framed: isForSites(view) });
  }

  thanks(request: FastifyRequest, reply: FastifyReply, view: TouchpointView, receipt: string) {
    const { publicUrl } = this.context.config;
    const host = publicUrl ? new URL(publicUrl).host : request.host;
    const place = this.placeOf(request, view);
    const rendered = this.pages.renderer.renderThanks(view, { receipt, host }, place);
    return this.send(reply, { ...rendered, ...place, view: null, program: false, framed: isForSites(view) });
  }

  /** @param problem error code, or null when no touchpoint's code was given */
  async problem(request: FastifyRequest, reply: FastifyReply, problem: string | null, about?: About) {
    const given = { ...(request.query as object), ...(request.params as object) } as { code?: unknown };
    const typed = typeof given.code === 'string' ? given.code : '';
    const place = this.placeOf(request, null);
    const rendered = this.pages.renderer.renderProblem(problem, typed, place, about);
    // The program would ask for the questionnaire anew, and hide why a form was refused or where to go.
    const program = request.method === 'GET' && !about;
    // Where the storage is in trouble, the page must still say so.
    const framed = await this.wasForSites(typed).catch(() => false);
    return this.send(reply, { ...rendered, ...place, view: null, program, framed });
  }

  /** Says in plain words what went wrong, where the API would answer with a code. */
  readonly handleError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const { status, code, more } = understand(error, request, reply);
    return this.problem(request, reply.code(status), code, more?.about);
  };

  /** A paused or renewed one says so in the frame, too. */
  private async wasForSites(typed: string): Promise<boolean> {
    const { db } = this.context;
    const code = normaliseCode(typed);
    if (!code) return false;
    const touchpoint = (await findTouchpoint(db, code)) ?? (await findByRetiredCode(db, code));
    return touchpoint !== null && isForSites(touchpoint);
  }

  private placeOf(request: FastifyRequest, view: TouchpointView | null) {
    return { language: this.languageOf(request, view), demo: this.context.config.demo };
  }

  private send(reply: FastifyReply, page: Page): FastifyReply {
    // Each form is one person's, with an id of its own: it must not come back from a cache.
    if (page.framed) allowFraming(reply);
    reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    return reply.send(this.pages.fill(page));
  }
}
