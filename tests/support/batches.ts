// What the tests of a tablet's batches send, and what they find stored.
import { parseDay } from '#domain/days.ts';
import { dropOffsOf } from '../../server/devices/queries.ts';
import { responsesAfter } from '../../server/responses/queries.ts';
import { submission, type TestServer } from './server.ts';

export const stored = ({ context }: TestServer) => responsesAfter(context.db, 0, 1000);
export const answers = (server: TestServer, count: number) =>
  Array.from({ length: count }, () => submission(server.touchpoints[0]?.code ?? ''));
export const ids = (responses: { id: string }[]) => responses.map(({ id }) => id);
export const leftAt = (question: string, n: number, day = '2026-11-20') => ({
  day,
  questionnaire: 'one-stop@1',
  question,
  n,
});
export const dropOffs = ({ context }: TestServer, day = '2026-11-20') =>
  dropOffsOf(context.db, { questionnaire: 'one-stop@1', from: parseDay(day), to: parseDay(day) });
