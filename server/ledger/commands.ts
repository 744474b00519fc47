import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Command, withContext } from '../commands.ts';
import { formatVerifier } from './note.ts';
import { checkpointUpTo } from './queries.ts';
import { type Verdict, verifyLedger } from './verification.ts';

export const ledgerCommands: Command[] = [
  {
    usage:
      'ledger verify [--checkpoint FILE] — recomputes everything stored, also against a checkpoint kept outside',
    run: async (config, args) => {
      const { values } = parseArgs({ args, options: { checkpoint: { type: 'string' } } });
      const witness = values.checkpoint ? readFileSync(values.checkpoint, 'utf8') : undefined;
      const progress = (positions: number) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${positions}`);
      };
      const verdict = await withContext(config, ({ db, signer }) =>
        verifyLedger(db, signer, witness, progress),
      );
      if (!verdict.ok) throw new Error(describe(verdict));
      return [`${verdict.size} responses, ${verdict.checkpoints} checkpoints: nothing was changed`];
    },
  },
  {
    usage: 'ledger checkpoint — prints the newest signed checkpoint, to be kept elsewhere',
    run: (config) =>
      withContext(config, async ({ db, signer }) => {
        const newest = await checkpointUpTo(db, Number.MAX_SAFE_INTEGER);
        if (!newest) throw new Error('nothing is counted yet');
        return [newest.note.trimEnd(), '', `verifier key: ${formatVerifier(signer)}`];
      }),
  },
];

function describe({ fault, position, upTo }: Extract<Verdict, { ok: false }>): string {
  return `${fault} at position ${upTo === undefined ? position : `${position}..${upTo}`}`;
}
