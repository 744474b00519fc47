import { bigint, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Role } from '#domain/roles.ts';
import { agencies } from './agencies.ts';

export const accounts = pgTable('accounts', {
  id: text().primaryKey(),
  /** Lower case; what is typed at sign-in. */
  username: text().notNull().unique(),
  name: text().notNull(),
  role: text().$type<Role>().notNull(),
  /** The agency whose subtree is theirs; null is the whole installation. */
  agencyId: text().references(() => agencies.id),
  /** As `server/accounts/passwords.ts` writes it. */
  passwordHash: text().notNull(),
  /** Until when a first password may be used, which somebody else has seen; null once they chose their own. */
  firstPasswordUntil: bigint({ mode: 'number' }),
  /** The sealed secret of the authenticator app; it counts from `totpSince` on. */
  totpSecret: text(),
  totpSince: bigint({ mode: 'number' }),
  /** The last half minute whose code was used: no code works twice. */
  totpStep: bigint({ mode: 'number' }),
  /** Who they are at the province's single sign-on. */
  ssoSubject: text().unique(),
  disabledAt: bigint({ mode: 'number' }),
  signedInAt: bigint({ mode: 'number' }),
  createdAt: bigint({ mode: 'number' }).notNull(),
});

/** Who is signed in. Only a hash of the token is kept: a stolen copy of the database opens nothing. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    tokenHash: text().notNull().unique(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    /** What the browser calls itself, for its owner to know it again. */
    browser: text(),
    createdAt: bigint({ mode: 'number' }).notNull(),
    seenAt: bigint({ mode: 'number' }).notNull(),
  },
  (table) => [index('sessions_account').on(table.accountId)],
);

/** What opens an account once each when its authenticator is lost. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    codeHash: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.accountId, table.codeHash] })],
);
