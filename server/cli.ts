// Operator commands: `npm run cli -- province create --code 92`; without arguments it lists them.
import { accountCommands } from './accounts/commands.ts';
import { agencyCommands } from './agencies/commands.ts';
import { auditCommands } from './audit/commands.ts';
import { backupCommands } from './backup/commands.ts';
import type { Command } from './commands.ts';
import { commentCommands } from './comments/commands.ts';
import { readConfig } from './config.ts';
import { deviceCommands } from './devices/commands.ts';
import { Failure } from './errors.ts';
import { ledgerCommands } from './ledger/commands.ts';
import { printingCommands } from './printing/commands.ts';
import { questionnaireCommands } from './questionnaires/commands.ts';
import { reportCommands } from './reports/commands.ts';
import { tallyCommands } from './tallies/commands.ts';
import { touchpointCommands } from './touchpoints/commands.ts';

const COMMANDS: Command[] = [
  ...accountCommands,
  ...agencyCommands,
  ...auditCommands,
  ...backupCommands,
  ...questionnaireCommands,
  ...ledgerCommands,
  ...tallyCommands,
  ...reportCommands,
  ...deviceCommands,
  ...touchpointCommands,
  ...printingCommands,
  ...commentCommands,
];

async function main(argv: string[]): Promise<number> {
  const command = COMMANDS.find(({ usage }) => usage.startsWith(`${argv.slice(0, 2).join(' ')} `));
  if (!command || argv.length < 2) {
    process.stderr.write(`Commands:\n${COMMANDS.map(({ usage }) => `  ${usage}`).join('\n')}\n`);
    return 2;
  }
  try {
    const lines = await command.run(readConfig(process.env), argv.slice(2));
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
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
