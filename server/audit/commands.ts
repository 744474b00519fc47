import { type Command, withContext } from '../commands.ts';
import { sealAudit, verifyAudit } from './chain.ts';

export const auditCommands: Command[] = [
  {
    usage: 'audit verify — computes the chain over the audit log anew and names what was changed or removed',
    run: (config) =>
      withContext(config, async (context) => {
        await sealAudit(context);
        const { sealed, broken } = await verifyAudit(context.db, context.signer);
        if (broken.length > 0)
          throw new Error(`these entries are not as they were written: ${broken.join(', ')}`);
        return [`${sealed} entries, all as they were written`];
      }),
  },
];
