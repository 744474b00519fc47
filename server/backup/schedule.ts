// Backs up every day while the server runs, in a process of its own, so that nobody who answers has to wait.
import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { dayOf, startOfDay } from '#domain/days.ts';
import type { Config } from '../config.ts';
import { backupsFolder, listBackups } from './backups.ts';

const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));
const HOUR = 3_600_000;
const LOOK_MS = 60_000;
const RETRY_MS = HOUR;

/** The last time before `now` at which the clock in Viet Nam showed a full hour. */
export function lastTimeAt(hour: number, now: number): number {
  const today = startOfDay(dayOf(now)) + hour * HOUR;
  return today <= now ? today : startOfDay(dayOf(now) - 1) + hour * HOUR;
}

/** Whether the day's backup is missing, also because the server was off at its hour. */
export function isBackupDue({ dataDir, backupHour }: Config, now: number): boolean {
  const due = lastTimeAt(backupHour, now);
  // One from the future, made while the clock was wrong, does not count.
  return !listBackups(backupsFolder(dataDir)).some(
    ({ reason, madeAt }) => reason === 'daily' && madeAt >= due && madeAt <= now,
  );
}

/**
 * Looks every minute whether a backup is due, until the process ends.
 * @param report gets one line for each backup that failed
 */
export function scheduleBackups(config: Config, report: (line: string) => void): void {
  if (config.databaseUrl || config.backupKeep === 0) return;
  let notBefore = 0;
  const look = async () => {
    const now = Date.now();
    if (now < notBefore || !isBackupDue(config, now)) return;
    // Also keeps the next look from starting another while this one runs.
    notBefore = Number.POSITIVE_INFINITY;
    const fault = await runDaily(config);
    if (fault) report(`the daily backup failed: ${fault}`);
    notBefore = fault ? now + RETRY_MS : 0;
  };
  setInterval(() => look().catch((error: Error) => report(error.message)), LOOK_MS).unref();
}

/** @returns what went wrong; null when nothing did */
function runDaily({ dataDir, backupKeep }: Config): Promise<string | null> {
  const env = { ...process.env, DATA_DIR: dataDir, BACKUP_KEEP: String(backupKeep), DATABASE_URL: '' };
  const child = spawn(process.execPath, [CLI, 'backup', 'daily'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const killed = () => child.kill('SIGKILL');
  process.once('exit', killed);
  if (child.pid) setPriority(child.pid, 10);
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  return new Promise((resolve) => {
    const end = (fault: string | null) => {
      process.removeListener('exit', killed);
      resolve(fault);
    };
    child.once('error', ({ message }) => end(message));
    child.once('close', (code) => end(code === 0 ? null : complaint.trim() || `it ended with ${code}`));
  });
}
