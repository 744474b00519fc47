import { parseArgs } from 'node:util';
import { type Command, withContext } from '../commands.ts';
import { createProvince } from './creation.ts';
import { listProvinces } from './province.ts';

export const agencyCommands: Command[] = [
  {
    usage: 'province list — the provinces and their codes',
    run: async () => listProvinces().map(({ unitCode, name }) => `${unitCode}  ${name}`),
  },
  {
    usage: 'province create --code 92 — sets up an empty installation for a province',
    run: async (config, args) => {
      const { values } = parseArgs({ args, options: { code: { type: 'string' } } });
      const { agencies, touchpoints } = await withContext(config, (context) =>
        createProvince(context, values.code ?? ''),
      );
      return [`${agencies.length} agencies, ${touchpoints.length} touchpoints`];
    },
  },
];
