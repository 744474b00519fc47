// A server of its own for journeys that publish a period: what it shows to everybody is nobody else's business.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, startOfDay } from '#domain/days.ts';
import { DEFAULT_CLOSING_DAY, periodContaining, periodKey, previousPeriod } from '#domain/periods.ts';
import { runCommand, startServer } from '../support/process.ts';
import { allCriteria } from '../support/server.ts';

export interface PublishingServer {
  url: string;
  /** Key of the one period that is published. */
  period: string;
  /** The touchpoint for websites of the agency that forty people rated. */
  website: { code: string; agency: string };
  call: <T>(method: string, path: string, body?: object) => Promise<T>;
  stop: () => Promise<void>;
}

/** Forty people at one agency, twelve at the next, five at a third, in the month that closed last. */
const ANSWERED = [40, 12, 5];

export async function startPublishingServer(): Promise<PublishingServer> {
  const folder = await mkdtemp(join(tmpdir(), 'lang-nghe-public-'));
  runCommand(folder, 'province', 'create', '--code', '92');
  const server = await startServer(folder);
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(server.url + path, {
      method,
      ...(body && { headers, body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  };
  const closed = previousPeriod(
    periodContaining('month', dayOf(Date.now()), DEFAULT_CLOSING_DAY),
    DEFAULT_CLOSING_DAY,
  );
  const at = new Date(startOfDay(closed.to) + 10 * 3_600_000).toISOString();
  const { touchpoints } = await call<{ touchpoints: Touchpoint[] }>('GET', '/api/touchpoints');
  for (const [index, people] of ANSWERED.entries())
    for (let person = 0; person < people; person++)
      await call(
        'POST',
        '/api/responses',
        answerOf(touchpoints[index]?.code ?? '', person % 5 === 0 ? '2' : '4', at),
      );
  const period = periodKey(closed);
  await call('PATCH', '/api/settings', { publicResults: true });
  for (const what of ['closure', 'publication']) await call('POST', `/api/periods/${period}/${what}`);
  const agency = touchpoints[0]?.agency ?? { id: '', name: '' };
  const { code } = await call<{ code: string }>('POST', '/api/touchpoints', {
    agency: agency.id,
    kind: 'website',
    name: 'Trang web của cơ quan',
    questionnaire: 'one-stop@1',
  });
  const stop = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: server.url, period, website: { code, agency: agency.name }, call, stop };
}

interface Touchpoint {
  code: string;
  agency: { id: string; name: string };
}

function answerOf(touchpoint: string, level: string, at: string) {
  return {
    id: randomUUID(),
    touchpoint,
    questionnaire: 'one-stop@1',
    answers: allCriteria(level),
    startedAt: at,
    answeredAt: at,
    locale: 'vi',
  };
}
