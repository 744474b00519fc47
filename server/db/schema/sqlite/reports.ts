import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ReportLanguage } from '#domain/report-figures.ts';
import type { ReportFormat } from '#domain/report-formats.ts';
import { accounts } from './accounts.ts';
import { agencies } from './agencies.ts';

/** Reports that somebody asked for, and how far each has come. */
export const reports = sqliteTable(
  'reports',
  {
    id: text().primaryKey(),
    /** Whose; null is the operator's, or anybody's in a demonstration. */
    accountId: text().references(() => accounts.id),
    agencyId: text()
      .notNull()
      .references(() => agencies.id),
    /** The agency whose people issue it; null is the province's department of home affairs. */
    issuerId: text().references(() => agencies.id),
    /** Days since 1970-01-01, both included. */
    fromDay: integer().notNull(),
    toDay: integer().notNull(),
    /** Null: the most answered one. */
    questionnaireId: text(),
    format: text().$type<ReportFormat>().notNull(),
    language: text().$type<ReportLanguage>().notNull(),
    state: text().$type<'waiting' | 'working' | 'done' | 'failed'>().notNull(),
    /** Percent. */
    progress: integer().notNull(),
    /** Who works on it, and until when nobody else may; a worker that has died lets go by itself. */
    worker: text(),
    leasedUntil: integer(),
    /** How many times somebody began. */
    attempts: integer().notNull(),
    /** Why there is none, as a stable code. */
    failure: text(),
    createdAt: integer().notNull(),
    finishedAt: integer(),
  },
  (table) => [index('reports_account').on(table.accountId), index('reports_state').on(table.state)],
);

/** The files of finished reports, base64. The key lets only one worker finish. */
export const reportFiles = sqliteTable('report_files', {
  reportId: text()
    .primaryKey()
    .references(() => reports.id),
  content: text().notNull(),
});
