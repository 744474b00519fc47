// The settings of the installation: what was set, and the defaults of all else.
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from '#domain/settings.ts';
import { type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import type { Database } from '../db/database.ts';

/** Every setting; one that can no longer be read counts as its default. */
export async function readSettings({ read, tables }: Database): Promise<Settings> {
  const stored = new Map((await read.select().from(tables.settings)).map(({ key, value }) => [key, value]));
  const settings: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  for (const [key, schema] of Object.entries(settingsSchema.shape)) {
    const value = stored.get(key);
    const parsed = value === undefined ? null : schema.safeParse(JSON.parse(value));
    if (parsed?.success) settings[key] = parsed.data;
  }
  return settings as Settings;
}

/** Sets what is given and leaves the rest. */
export async function changeSettings(
  { db, now }: Context,
  doer: Doer,
  given: Partial<Settings>,
): Promise<Settings> {
  const current = await readSettings(db);
  const at = now();
  const before = Object.fromEntries(Object.keys(given).map((key) => [key, current[key as keyof Settings]]));
  const rows = Object.entries(given).map(([key, value]) => ({
    key,
    value: JSON.stringify(value),
    changedAt: at,
  }));
  const subject = { kind: 'settings', id: 'installation' };
  const entry = { ...doer, at, action: 'settings.changed', subject, agencyId: null, before, after: given };
  if (rows.length > 0)
    await db.write((tx) => [
      tx.insertMany(db.tables.settings, rows, { conflict: 'replace', key: ['key'] }),
      recordAudit(tx, db.tables, entry),
    ]);
  return { ...current, ...given };
}
