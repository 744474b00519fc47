import { resolve } from 'node:path';
import { z } from 'zod';

const isLoopback = ({ hostname }: URL) => /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname);

/** Names of address ranges that the proxy list knows: 127/8, 169.254/16, and the private networks. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];
const proxy = z.union([z.enum(RANGES), z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: 'expected addresses or networks (CIDR), separated by commas',
});

const variables = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z
    .string()
    .transform((list) => list.split(',').map((each) => each.trim()))
    .pipe(z.array(proxy))
    .default([]),
  BACKUP_HOUR: z.coerce.number().int().min(0).max(23).default(2),
  BACKUP_KEEP: z.coerce.number().int().min(0).default(14),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine((url) => url.startsWith('https:') || isLoopback(new URL(url)), 'must be https')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_USERNAME_CLAIM: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
const environment = variables.superRefine((given, context) => {
  const missing = OIDC.filter((name) => given[name] === undefined);
  if (missing.length === OIDC.length) return;
  for (const name of missing)
    context.addIssue({
      code: 'custom',
      path: [name],
      message: 'single sign-on needs all three of its settings',
    });
});

/** The province's single sign-on (OpenID Connect). */
export interface SingleSignOnConfig {
  issuer: URL;
  clientId: string;
  clientSecret: string;
  /** The claim that is the username of an account here, which the provider must not let people choose; null links nobody by name. */
  usernameClaim: string | null;
}

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
  /** Addresses and networks of the proxies whose word about the caller's address counts. */
  trustProxy: string[];
  /** Hour of the day in Viet Nam from which the daily backup is made. */
  backupHour: number;
  /** How many daily backups are kept; 0 makes none. */
  backupKeep: number;
  logLevel: z.output<typeof environment>['LOG_LEVEL'];
  singleSignOn: SingleSignOnConfig | null;
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
  const { HOST, PORT, DATA_DIR, DATABASE_URL, PUBLIC_URL, TRUST_PROXY, BACKUP_HOUR, BACKUP_KEEP, LOG_LEVEL } =
    result.data;
  return {
    host: HOST,
    port: PORT,
    dataDir: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL ?? null,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    trustProxy: TRUST_PROXY,
    backupHour: BACKUP_HOUR,
    backupKeep: BACKUP_KEEP,
    logLevel: LOG_LEVEL,
    singleSignOn: toSingleSignOn(result.data),
    demo: false,
  };
}

function toSingleSignOn(given: z.output<typeof environment>): SingleSignOnConfig | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_USERNAME_CLAIM } = given;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null;
  return {
    issuer: new URL(OIDC_ISSUER),
    clientId: OIDC_CLIENT_ID,
    clientSecret: OIDC_CLIENT_SECRET,
    usernameClaim: OIDC_USERNAME_CLAIM ?? null,
  };
}
