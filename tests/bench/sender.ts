// A process that sends prepared requests over connections that stay open, as fast as they are answered. It speaks
// HTTP over bare sockets, so that the server is what is measured.
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface Order {
  port: number;
  path: string;
  /** JSON texts that begin with `{"id":"<uuid>"`; each gets an id of its own. */
  bodies: string[];
  connections: number;
  milliseconds: number;
}
export interface Outcome {
  perSecond: number;
  /** ms */
  p99: number;
  /** Answers other than 201. */
  refused: number;
}

const ID_AT = '{"id":"'.length;

process.on('message', async (order: Order) => {
  process.send?.(await send(order));
});

async function send(order: Order): Promise<Outcome> {
  const requests = order.bodies.map(
    (body) =>
      `POST ${order.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
  const started = performance.now();
  const until = started + order.milliseconds;
  const seen: Seen = { times: [], refused: 0, next: 0 };
  const lines = Array.from({ length: order.connections }, () => converse(order.port, requests, until, seen));
  await Promise.all(lines);
  const seconds = (performance.now() - started) / 1000;
  seen.times.sort((a, b) => a - b);
  return {
    perSecond: (seen.times.length - seen.refused) / seconds,
    p99: seen.times[Math.floor(seen.times.length * 0.99)] ?? 0,
    refused: seen.refused,
  };
}

interface Seen {
  times: number[];
  refused: number;
  next: number;
}

function converse(port: number, requests: string[], until: number, seen: Seen): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let asked = sendNext(socket, requests, seen);
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      if (!isWhole(received)) return;
      const now = performance.now();
      seen.times.push(now - asked);
      if (!received.startsWith('HTTP/1.1 201')) seen.refused++;
      received = '';
      if (now < until) asked = sendNext(socket, requests, seen);
      else socket.end(resolve);
    });
    socket.on('error', reject);
  });
}

function sendNext(socket: Socket, requests: string[], seen: Seen): number {
  const request = requests[seen.next++ % requests.length] ?? '';
  const id = request.indexOf('\r\n\r\n') + 4 + ID_AT;
  socket.write(request.slice(0, id) + randomUUID() + request.slice(id + 36));
  return performance.now();
}

function isWhole(received: string): boolean {
  const head = received.indexOf('\r\n\r\n');
  const length = /content-length: (\d+)/i.exec(received)?.[1];
  return head >= 0 && received.length >= head + 4 + Number(length ?? 0);
}
