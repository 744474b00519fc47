// The tables on PostgreSQL, the same as on SQLite to every query (proved in `same.ts`); a file per noun.
export * from './postgres/accounts.ts';
export * from './postgres/agencies.ts';
export * from './postgres/audio.ts';
export * from './postgres/audit.ts';
export * from './postgres/comments.ts';
export * from './postgres/devices.ts';
export * from './postgres/extracts.ts';
export * from './postgres/ledger.ts';
export * from './postgres/periods.ts';
export * from './postgres/questionnaires.ts';
export * from './postgres/reports.ts';
export * from './postgres/responses.ts';
export * from './postgres/settings.ts';
export * from './postgres/slices.ts';
export * from './postgres/tallies.ts';
export * from './postgres/touchpoints.ts';
