// The tables on SQLite, a file per noun. Times are ms since the epoch, days are counted from 1970-01-01, ids are text.
export * from './sqlite/accounts.ts';
export * from './sqlite/agencies.ts';
export * from './sqlite/audio.ts';
export * from './sqlite/audit.ts';
export * from './sqlite/comments.ts';
export * from './sqlite/devices.ts';
export * from './sqlite/extracts.ts';
export * from './sqlite/ledger.ts';
export * from './sqlite/periods.ts';
export * from './sqlite/questionnaires.ts';
export * from './sqlite/reports.ts';
export * from './sqlite/responses.ts';
export * from './sqlite/settings.ts';
export * from './sqlite/slices.ts';
export * from './sqlite/tallies.ts';
export * from './sqlite/touchpoints.ts';
