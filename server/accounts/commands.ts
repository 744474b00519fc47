import { parseArgs } from 'node:util';
import { OPERATOR } from '#domain/roles.ts';
import { type Command, withContext } from '../commands.ts';
import { Failure } from '../errors.ts';
import { accountNamed, createAccounts, newAccountSchema, resetPassword } from './creation.ts';

const OPERATOR_HERE = { actor: OPERATOR, origin: null };

export const accountCommands: Command[] = [
  {
    usage: 'account create-administrator --username NAME --name "Full name" — prints a first password',
    run: async (config, args) => {
      const options = { username: { type: 'string' }, name: { type: 'string' } } as const;
      const { values } = parseArgs({ args, options });
      const wanted = newAccountSchema.safeParse({ ...values, role: 'administrator', agencyId: null });
      if (!wanted.success) throw new Failure('invalid', 'malformed', wanted.error.issues.map(toIssue));
      const [made] = await withContext(config, (context) =>
        createAccounts(context, OPERATOR_HERE, [wanted.data]),
      );
      return made ? [made.firstPassword] : [];
    },
  },
  {
    usage: 'account reset --username NAME — prints a new first password and ends the sessions',
    run: async (config, args) => {
      const { values } = parseArgs({ args, options: { username: { type: 'string' } } });
      const made = await withContext(config, async (context) =>
        resetPassword(context, OPERATOR_HERE, await accountNamed(context.db, values.username ?? '')),
      );
      return [made.firstPassword];
    },
  },
];

function toIssue({ path, code }: { path: PropertyKey[]; code: string }) {
  return { path: path.map(String), code };
}
