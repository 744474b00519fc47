import { resolve } from 'node:path';
import { z } from 'zod';
import { DEFAULT_OPENING_HOURS, type OpeningHours, readOpeningHours } from '#domain/opening-hours.ts';
import { type ClosingDay, DEFAULT_CLOSING_DAY } from '#domain/periods.ts';

const environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  BACKUP_HOUR: z.coerce.number().int().min(0).max(23).default(2),
  BACKUP_KEEP: z.coerce.number().int().min(0).default(14),
  COMMENT_DAYS: z.coerce.number().int().min(0).default(730),
  OPENING_HOURS: z
    .string()
    .default(DEFAULT_OPENING_HOURS)
    .transform((text, context) => {
      const hours = readOpeningHours(text);
      if (!hours)
        context.addIssue({ code: 'custom', message: `expected such as "${DEFAULT_OPENING_HOURS}"` });
      return hours ?? [];
    }),
  CLOSING_DAY: z
    .union([z.literal('calendar'), z.coerce.number().int().min(1).max(28)])
    .default(DEFAULT_CLOSING_DAY),
  PUBLIC_RESULTS: z.enum(['on', 'off']).default('off'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export interface Config {
  host: string;
  /** 0 lets the system choose a free port. */
  port: number;
  /** Absolute path of the folder that holds everything this installation knows. */
  dataDir: string;
  /** PostgreSQL; null means the embedded SQLite in `dataDir`. */
  databaseUrl: string | null;
  /** What a QR code points to, without a slash at the end; null means the address that the server listens on. */
  publicUrl: string | null;
  /** Hour of the day in Viet Nam from which the daily backup is made. */
  backupHour: number;
  /** How many daily backups are kept; 0 makes none. */
  backupKeep: number;
  /** How many days what people wrote is kept; 0 keeps it for good. */
  commentDays: number;
  /** When offices are open; what comes from a tablet at other times looks odd. */
  openingHours: OpeningHours;
  /** The last day of a reporting month. */
  closingDay: ClosingDay;
  /** Whether published periods may be seen by everybody. */
  publicResults: boolean;
  logLevel: z.output<typeof environment>['LOG_LEVEL'];
  /** A demonstration: invented data, thrown away, said on every screen. */
  demo: boolean;
}

/**
 * Reads the settings from environment variables.
 * @throws Error that names every variable with a value that cannot be used
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = environment.safeParse(given);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`These settings cannot be used:\n${faults.join('\n')}`);
  }
  const {
    HOST,
    PORT,
    DATA_DIR,
    DATABASE_URL,
    PUBLIC_URL,
    BACKUP_HOUR,
    BACKUP_KEEP,
    COMMENT_DAYS,
    OPENING_HOURS,
    CLOSING_DAY,
    PUBLIC_RESULTS,
    LOG_LEVEL,
  } = result.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    backupHour: BACKUP_HOUR,
    backupKeep: BACKUP_KEEP,
    commentDays: COMMENT_DAYS,
    openingHours: OPENING_HOURS,
    closingDay: CLOSING_DAY,
    publicResults: PUBLIC_RESULTS === 'on',
    logLevel: LOG_LEVEL,
    demo: false,
  };
}
