import { parseArgs } from 'node:util';
import { OPERATOR } from '#domain/roles.ts';
import { type Command, withContext } from '../commands.ts';
import { eraseOlderThan } from './retention.ts';
import { newScreening } from './screening.ts';

export const commentCommands: Command[] = [
  {
    usage:
      'comment erase --older-than DAYS — erases what people wrote longer ago; figures and ledger stay whole',
    run: async (config, args) => {
      const { values } = parseArgs({ args, options: { 'older-than': { type: 'string' } } });
      const days = Number(values['older-than']);
      if (!/^\d{1,5}$/.test(values['older-than'] ?? '') || days < 1)
        throw new Error('--older-than takes a number of days, at least 1');
      const erased = await withContext(config, (context) =>
        eraseOlderThan(context, newScreening(context.db), days, { actor: OPERATOR, origin: null }),
      );
      return [`${erased} comments erased`];
    },
  },
];
