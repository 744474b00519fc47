// The line between a tablet and the server, on which everything goes wrong that can.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { TouchpointView } from '#domain/touchpoint-view.ts';

/** How a request that stores something fares. `cut`: the server commits, and the answer never arrives. */
export type Fate = 'well' | 'slow' | 'error' | 'cut';

export class Line {
  url = '';
  down = false;
  /** One for each batch, in order; then all go well. */
  fates: Fate[] = [];
  /** Raised when a newer app is installed on the server. */
  build = 0;
  /** Batches that reached the server: how each fared, and the ids in it. */
  batches: { fate: Fate; ids: string[] }[] = [];
  /** Changes the questionnaire that is handed out. */
  edit: (view: TouchpointView) => TouchpointView = (view) => view;
  private readonly target: string;
  private readonly server = createServer((request, response) => {
    this.carry(request, response).catch(() => response.destroy());
  });

  constructor(target: string) {
    this.target = target;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async carry(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.down) return void request.socket.destroy();
    const body = await textOf(request);
    const path = request.url ?? '/';
    const batch = request.method === 'POST' && path.endsWith('/batches');
    const fate = batch ? (this.fates.shift() ?? 'well') : 'well';
    if (batch) this.batches.push({ fate, ids: idsIn(body) });
    if (fate === 'slow') await wait(1500);
    if (fate === 'error') return send(response, 500, JSON.stringify({ status: 500, code: 'internal' }));
    const answer = await fetch(this.target + path, {
      method: request.method ?? 'GET',
      redirect: 'manual',
      headers: body === '' ? {} : { 'content-type': request.headers['content-type'] ?? '' },
      ...(body !== '' && { body }),
    });
    if (fate === 'cut' || this.down) return void request.socket.destroy();
    await this.handOut(path, answer, response);
  }

  private async handOut(path: string, answer: Response, response: ServerResponse): Promise<void> {
    for (const name of ['content-type', 'cache-control', 'service-worker-allowed', 'location']) {
      const value = answer.headers.get(name);
      if (value) response.setHeader(name, value);
    }
    if (/^\/kiosk(\?|$)/.test(path)) {
      const page = (await answer.text()).replace('<html ', `<html data-build="${this.build}" `);
      return send(response, answer.status, page);
    }
    // A worker that differs in a byte is a new version; its files are kept under another name.
    if (path === '/kiosk/worker.js')
      return send(response, 200, (await answer.text()).replace(/lang-nghe-app-/, `$&${this.build}-`));
    if (answer.ok && /^\/api\/touchpoints\/\w+$/.test(path))
      return send(response, 200, JSON.stringify(this.edit((await answer.json()) as TouchpointView)));
    response.statusCode = answer.status;
    response.end(Buffer.from(await answer.arrayBuffer()));
  }
}

function send(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  if (!response.hasHeader('content-type')) response.setHeader('content-type', 'application/json');
  response.end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function idsIn(body: string): string[] {
  const { payload } = JSON.parse(body) as { payload: string };
  return (JSON.parse(payload) as { responses: { id: string }[] }).responses.map(({ id }) => id);
}
