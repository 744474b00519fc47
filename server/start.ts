// Listens, says where, and leaves in good order.
import type { AddressInfo } from 'node:net';
import { formatCode } from '#domain/touchpoints.ts';
import { hasAccounts } from './accounts/queries.ts';
import { buildApp } from './app.ts';
import type { Context } from './context.ts';
import { setUpToken } from './installation/set-up.ts';
import { readHead } from './ledger/ledger.ts';
import { listTouchpoints } from './touchpoints/queries.ts';

/** Serves a context until the process is told to stop; everything accepted by then is stored. */
export async function start(context: Context): Promise<void> {
  const { config, db } = context;
  // Before anything is accepted: what is counted later must be signed with the same key.
  await readHead(db, context.signer);
  const app = await buildApp(context);
  await app.listen({ host: config.host, port: config.port });
  for (const line of await addresses(context, app.server.address())) process.stdout.write(`${line}\n`);
  const stop = async () => {
    await app.close();
    await db.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** One line for each address worth opening. */
async function addresses(context: Context, bound: AddressInfo | string | null): Promise<string[]> {
  const { config, db } = context;
  const port = bound && typeof bound === 'object' ? bound.port : config.port;
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const base = config.publicUrl ?? `http://${host}:${port}`;
  const open = (await listTouchpoints(db)).filter((touchpoint) => touchpoint.state === 'open');
  const phone = open.find(({ kind }) => kind !== 'kiosk');
  const kiosk = open.find(({ kind }) => kind === 'kiosk') ?? phone;
  const lines = [`${base}/app`, `${base}/api/docs`];
  if (phone) lines.unshift(`${base}/s/${formatCode(phone.code)}`);
  if (kiosk) lines.splice(1, 0, `${base}/kiosk?touchpoint=${kiosk.code}`);
  else lines.unshift(`${base}/kiosk`);
  // Behind the # it is never sent, and so never logged on the way.
  if (!config.demo && !(await hasAccounts(db))) lines.unshift(`${base}/app/set-up#${setUpToken(context)}`);
  return lines;
}

/** Runs what starts a server; what keeps it from starting is for the person who starts it, not for its programmer. */
export async function explainingFailure(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    say(process.env.LOG_LEVEL === 'debug' ? (stack ?? message) : message);
    process.exit(1);
  }
}

/** A line for the operator. */
export const say = (line: string) => process.stderr.write(`${line}\n`);
