import { type Command, withContext } from '../commands.ts';
import { recount } from './recount.ts';

export const tallyCommands: Command[] = [
  {
    usage: 'tallies recount — rebuilds every figure from the responses and reports what was wrong',
    run: async (config) => {
      const { responses, corrected } = await withContext(config, ({ db }) => recount(db));
      if (corrected.length === 0) return [`${responses} responses counted again: every tally was right`];
      return [`${responses} responses counted again; corrected ${corrected.length} tallies:`, ...corrected];
    },
  },
];
