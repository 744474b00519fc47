// The real server with one more route, which validates a response like the real one and stores nothing.
import type { AddressInfo } from 'node:net';
import { receiptOf } from '#domain/receipts.ts';
import { storedSchema, submissionSchema } from '#domain/submissions.ts';
import { buildApp } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/db/open.ts';
import { openSigner } from '../../server/ledger/key.ts';
import { readSubmission } from '../../server/responses/submission.ts';

const config = readConfig(process.env);
const db = await openDatabase(config);
const context = { config, db, signer: openSigner(config.dataDir), now: Date.now };
const app = await buildApp(context);
app.post(
  '/bare',
  {
    config: { access: 'public' },
    bodyLimit: 64 * 1024,
    schema: { hide: true, body: submissionSchema, response: { 200: storedSchema, 201: storedSchema } },
  },
  async (request, reply) => {
    await readSubmission(context, request.body);
    return reply.code(201).send({ id: request.body.id, receipt: receiptOf(request.body.id) });
  },
);
await app.listen({ host: config.host, port: config.port });
process.stdout.write(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`);
process.once('SIGTERM', async () => {
  await app.close();
  await db.close();
  process.exit(0);
});
