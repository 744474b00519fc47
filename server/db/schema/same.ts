// Proves at compile time that a row of each table has the same type on both dialects, so that queries are written once.
import type * as postgres from './postgres.ts';
import type * as sqlite from './sqlite.ts';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
type Flat<T> = { [K in keyof T]: T[K] };
type TableName = keyof typeof sqlite & keyof typeof postgres;

type RowsAreTheSame = {
  [Name in TableName]: Same<
    Flat<(typeof sqlite)[Name]['$inferSelect']>,
    Flat<(typeof postgres)[Name]['$inferSelect']>
  > &
    Same<Flat<(typeof sqlite)[Name]['$inferInsert']>, Flat<(typeof postgres)[Name]['$inferInsert']>>;
};

/** Fails to compile where a table is missing on one side or a row differs. */
export const SAME_ON_BOTH: RowsAreTheSame & Record<keyof typeof sqlite | keyof typeof postgres, true> = {
  accounts: true,
  sessions: true,
  recoveryCodes: true,
  agencies: true,
  agencyPredecessors: true,
  agencyRevisions: true,
  questionnaires: true,
  audioFiles: true,
  touchpoints: true,
  retiredCodes: true,
  responses: true,
  ledger: true,
  subtrees: true,
  checkpoints: true,
  tallies: true,
  auditEntries: true,
  auditSeals: true,
  settings: true,
  pairings: true,
  devices: true,
  deviceTouchpoints: true,
  deviceBatches: true,
  deviceRefusals: true,
  dropOffs: true,
  reports: true,
  reportFiles: true,
  periodClosures: true,
  sliceCounts: true,
  sliceSteps: true,
  slices: true,
  extracts: true,
  comments: true,
};
