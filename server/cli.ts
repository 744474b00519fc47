// Operator commands: `npm run cli -- province create --code 92`, `npm run cli -- questionnaire publish FILE`.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formatCode } from '#domain/touchpoints.ts';
import { createProvince } from './agencies/creation.ts';
import { listProvinces } from './agencies/province.ts';
import { readConfig } from './config.ts';
import type { Context } from './context.ts';
import { openDatabase } from './db/open.ts';
import { Failure } from './errors.ts';
import { openSigner } from './ledger/key.ts';
import { publishQuestionnaire } from './questionnaires/publication.ts';
import { listTouchpoints } from './touchpoints/queries.ts';

type Command = (context: Context, args: string[]) => Promise<string[]>;

const COMMANDS: Record<string, { usage: string; run: Command }> = {
  'province list': {
    usage: 'province list — the provinces and their codes',
    run: async () => listProvinces().map(({ unitCode, name }) => `${unitCode}  ${name}`),
  },
  'province create': {
    usage: 'province create --code 92 — sets up an empty installation for a province',
    run: async (context, args) => {
      const { values } = parseArgs({ args, options: { code: { type: 'string' } } });
      const { agencies, touchpoints } = await createProvince(context, values.code ?? '');
      return [`${agencies.length} agencies, ${touchpoints.length} touchpoints`];
    },
  },
  'questionnaire publish': {
    usage: 'questionnaire publish FILE — publishes a questionnaire written as JSON',
    run: async (context, [file]) => {
      const { published, created } = await publishQuestionnaire(context, readJson(file));
      return [`${published.id} ${created ? 'published' : 'was published before'}, hash ${published.hash}`];
    },
  },
  'touchpoint list': {
    usage: 'touchpoint list — every touchpoint with its code',
    run: async ({ db }) =>
      (await listTouchpoints(db)).map(
        ({ code, state, agency, name }) => `${formatCode(code)}  ${state}  ${agency.name} · ${name}`,
      ),
  },
};

function readJson(file: string | undefined): unknown {
  if (!file) throw new Error('Which file?');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}

async function main(argv: string[]): Promise<number> {
  const command = COMMANDS[argv.slice(0, 2).join(' ')];
  if (!command) {
    const usages = Object.values(COMMANDS).map(({ usage }) => `  ${usage}`);
    process.stderr.write(`Commands:\n${usages.join('\n')}\n`);
    return 2;
  }
  try {
    const config = readConfig(process.env);
    const db = await openDatabase(config);
    const lines = await command.run(
      { config, db, signer: openSigner(config.dataDir), now: Date.now },
      argv.slice(2),
    );
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    await db.close();
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    return 1;
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Failure)) return error instanceof Error ? error.message : String(error);
  const places = error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.code}`);
  return [error.code, ...places].join('\n');
}

process.exitCode = await main(process.argv.slice(2));
