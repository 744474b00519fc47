import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../commands.ts';
import type { Config } from '../config.ts';
import { type Backup, backupsFolder, listBackups, type Manifest, readManifest } from './backups.ts';
import { createBackup, removeOld } from './creation.ts';
import { migrateData } from './data-migration.ts';
import { restoreBackup } from './restoring.ts';
import { verifyBackup } from './verification.ts';

export const backupCommands: Command[] = [
  {
    usage: 'backup create [DIR] — backs up database and ledger key, also while the server runs',
    run: onSqlite(async (config, [into]) => {
      const made = createBackup(config.dataDir, {
        reason: 'manual',
        ...(into ? { into: resolve(into) } : {}),
      });
      return [`${made.path}: ${describe(made)}`];
    }),
  },
  {
    usage: 'backup daily — what the schedule does: a backup, then the oldest daily ones are removed',
    run: onSqlite(async ({ dataDir, backupKeep }) => {
      const made = createBackup(dataDir, { reason: 'daily' });
      const removed = removeOld(backupsFolder(dataDir), 'daily', Math.max(1, backupKeep));
      return [`${made.path}: ${describe(made)}`, ...removed.map((name) => `removed ${name}`)];
    }),
  },
  {
    usage: 'backup list — the backups in DATA_DIR/backups',
    run: onSqlite(async ({ dataDir }) => listBackups(backupsFolder(dataDir)).map(listed)),
  },
  {
    usage: 'backup verify PATH — reads all of a backup and recomputes its ledger',
    run: onSqlite(async (config, args) => {
      const path = backupPath(config, args);
      const { ledger, ...manifest } = await verifyBackup(path);
      if (ledger && !ledger.ok)
        throw new Error(
          `${path} is as it was made, but its ledger is not right: ${ledger.fault} at ${ledger.position}`,
        );
      const state = ledger ? 'the ledger is right' : 'without a ledger key';
      return [`${path}: ${describe(manifest)}; ${state}`];
    }),
  },
  {
    usage: 'backup restore PATH — puts a backup into DATA_DIR, which must not hold a database',
    run: onSqlite(async (config, args) => {
      const manifest = restoreBackup(backupPath(config, args), config.dataDir);
      return [`${config.dataDir}: ${describe(manifest)}`];
    }),
  },
  {
    usage: 'data migrate --to URL — copies the SQLite installation into an empty PostgreSQL',
    run: async ({ dataDir }, args) => {
      const { values } = parseArgs({ args, options: { to: { type: 'string' } } });
      if (!values.to || !URL.canParse(values.to))
        throw new Error('--to postgres://user:password@host:port/database');
      const tables = await migrateData(dataDir, values.to);
      return [
        ...tables.map(({ name, rows }) => `${String(rows).padStart(10)}  ${name}`),
        'Every row is there and the ledger is right. Set DATABASE_URL and keep DATA_DIR with ledger.key.',
      ];
    },
  },
];

/** The command, or on PostgreSQL what to use in its place. */
function onSqlite(run: Command['run']): Command['run'] {
  return async (config, args) => {
    if (config.databaseUrl)
      throw new Error(
        'This installation is on PostgreSQL, which has its own tools:\n' +
          '  pg_dump --format=custom --file=lang-nghe.dump "$DATABASE_URL"\n' +
          '  pg_restore --exit-on-error --single-transaction --dbname="$DATABASE_URL" lang-nghe.dump   (into an empty database)\n' +
          `Keep ${join(config.dataDir, 'ledger.key')} with the dump.`,
      );
    return run(config, args);
  };
}

/** A path, or the name of a backup in its usual place. */
function backupPath({ dataDir }: Config, [given]: string[]): string {
  if (!given) throw new Error('which backup? `backup list` names them');
  const usual = join(backupsFolder(dataDir), basename(given));
  return existsSync(given) || !existsSync(usual) ? resolve(given) : usual;
}

function listed({ path, name }: Backup): string {
  try {
    return `${name}  ${describe(readManifest(path))}`;
  } catch (error) {
    return `${name}  ${(error as Error).message}`;
  }
}

function describe({ responses, counted, bytes }: Manifest): string {
  return `${responses} responses, ${counted} counted, ${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
