import { parseArgs } from 'node:util';
import { OPERATOR } from '#domain/roles.ts';
import { formatCode, normaliseCode } from '#domain/touchpoints.ts';
import { type Command, withContext } from '../commands.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { changeTouchpoint } from './changes.ts';
import { findTouchpoint, listTouchpoints } from './queries.ts';

export const touchpointCommands: Command[] = [
  {
    usage: 'touchpoint list — every touchpoint with its code',
    run: async (config) => {
      const touchpoints = await withContext(config, ({ db }) => listTouchpoints(db));
      return touchpoints.map(
        ({ code, state, agency, name, proof }) =>
          `${formatCode(code)}  ${state}${proof ? ' (proof)' : ''}  ${agency.name} · ${name}`,
      );
    },
  },
  {
    usage:
      'touchpoint proof --code CODE --on|--off — asks for proof of work while somebody floods it, or no more',
    run: async (config, args) => {
      const { values } = parseArgs({
        args,
        options: { code: { type: 'string' }, on: { type: 'boolean' }, off: { type: 'boolean' } },
      });
      const code = normaliseCode(values.code ?? '');
      if (!code || Boolean(values.on) === Boolean(values.off)) throw new Error('Which code, --on or --off?');
      return await withContext(config, (context) => askForProof(context, code, Boolean(values.on)));
    },
  },
];

async function askForProof(context: Context, code: string, proof: boolean): Promise<string[]> {
  const found = await findTouchpoint(context.db, code);
  if (!found) throw new Failure('not_found', 'unknown_touchpoint');
  await changeTouchpoint(context, { actor: OPERATOR, origin: null }, found.id, { proof });
  return [`${formatCode(code)} asks for ${proof ? 'proof of work' : 'no proof of work any more'}`];
}
