import { formatCode } from '#domain/touchpoints.ts';
import { type Command, withContext } from '../commands.ts';
import { listTouchpoints } from './queries.ts';

export const touchpointCommands: Command[] = [
  {
    usage: 'touchpoint list — every touchpoint with its code',
    run: async (config) => {
      const touchpoints = await withContext(config, ({ db }) => listTouchpoints(db));
      return touchpoints.map(
        ({ code, state, agency, name }) => `${formatCode(code)}  ${state}  ${agency.name} · ${name}`,
      );
    },
  },
];
