// A server of its own for a test: fresh in-memory database, a clock the test sets, a small province.
import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { onTestFinished } from 'vitest';
import { oneStop } from '#domain/questionnaires/one-stop.ts';
import type { Answers } from '#domain/questions.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import { newTouchpoint } from '../../server/agencies/creation.ts';
import { type Agency, insertAgencies } from '../../server/agencies/queries.ts';
import { type App, buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { Context } from '../../server/context.ts';
import type { Database } from '../../server/db/database.ts';
import { openDatabase } from '../../server/db/open.ts';
import { openSigner } from '../../server/ledger/key.ts';
import { newSigner, type Signer } from '../../server/ledger/note.ts';
import { publishedRow } from '../../server/questionnaires/publication.ts';
import { insertQuestionnaire } from '../../server/questionnaires/queries.ts';
import { insertTouchpoints, type Touchpoint } from '../../server/touchpoints/queries.ts';

export const NOW = Date.parse('2026-11-20T03:00:00Z');

import { type Dialect, freshDatabase } from './databases.ts';

export const SIGNER = newSigner('lang-nghe-test');

export interface TestServer {
  app: App;
  context: Context;
  clock: { now: number };
  province: Agency;
  agencies: Agency[];
  /** One per agency, in the same order. */
  touchpoints: Touchpoint[];
  get: (url: string) => Promise<LightMyRequestResponse>;
  submit: (body: unknown) => Promise<LightMyRequestResponse>;
}

export const AGENCY_NAMES = ['UBND phường Cái Răng', 'UBND xã Phong Điền', 'Sở Tư pháp'] as const;

/**
 * A running server with a province, three agencies and a touchpoint each.
 * @param options.folder keeps the data there, on SQLite; `empty` leaves what is there as it is
 */
export async function testServer(options: ServerOptions = {}): Promise<TestServer> {
  const server = await openServer(options);
  onTestFinished(() => closeServer(server));
  return server;
}

export async function closeServer({ app, context }: TestServer): Promise<void> {
  await app.close();
  await context.db.close();
}

interface ServerOptions {
  demo?: boolean;
  empty?: boolean;
  dialect?: Dialect;
  folder?: string;
  db?: Database;
  signer?: Signer;
  settings?: NodeJS.ProcessEnv;
}

/** The same for several tests, which close it themselves. */
export async function openServer(options: ServerOptions = {}): Promise<TestServer> {
  const clock = { now: NOW };
  const { folder, dialect } = options;
  const settings = readConfig({
    LOG_LEVEL: 'silent',
    ...options.settings,
    ...(folder && { DATA_DIR: folder }),
  });
  const config = { ...settings, demo: options.demo ?? false };
  const db = options.db ?? (folder ? await openDatabase(config) : await freshDatabase(dialect));
  const signer = options.signer ?? (folder ? openSigner(folder) : SIGNER);
  const context = { db, config, signer, now: () => clock.now };
  const app = await buildApp(context, { pages: false });
  const province = agency('Thành phố Cần Thơ', 'province', null);
  const agencies = [
    agency(AGENCY_NAMES[0], 'ward', province.id),
    agency(AGENCY_NAMES[1], 'commune', province.id),
    agency(AGENCY_NAMES[2], 'department', province.id),
  ];
  const touchpoints = agencies.map((each) => newTouchpoint(each, 'counter', 'one-stop@1', NOW));
  if (!options.empty)
    await context.db.write((tx) => [
      insertQuestionnaire(tx, context.db.tables, publishedRow(oneStop, NOW)),
      insertAgencies(tx, context.db.tables, [province, ...agencies]),
      insertTouchpoints(tx, context.db.tables, touchpoints),
    ]);
  return {
    app,
    context,
    clock,
    province,
    agencies,
    touchpoints,
    get: (url) => app.inject({ url }),
    submit: (body) => app.inject({ method: 'POST', url: '/api/responses', payload: body as object }),
  };
}

function agency(name: string, kind: Agency['kind'], parentId: string | null): Agency {
  return {
    id: randomUUID(),
    parentId,
    kind,
    name,
    nameEn: null,
    unitCode: null,
    agencyCode: null,
    yearlyTransactions: null,
    validFrom: null,
    validTo: null,
    createdAt: NOW,
  };
}

export const CRITERIA = Array.from({ length: 19 }, (_, index) => `c${index + 15}`);

/** The same level for all 19 criteria, and whatever else is given. */
export function allCriteria(level: string, more: Answers = {}): Answers {
  return { ...Object.fromEntries(CRITERIA.map((code) => [code, level])), ...more };
}

/** A valid submission for a touchpoint; anything can be overridden. */
export function submission(code: string, changes: Partial<SubmissionInput> = {}): SubmissionInput {
  return {
    id: randomUUID(),
    touchpoint: code,
    questionnaire: 'one-stop@1',
    answers: allCriteria('4'),
    startedAt: '2026-11-20T02:58:00Z',
    answeredAt: '2026-11-20T02:59:00Z',
    locale: 'vi',
    ...changes,
  };
}
