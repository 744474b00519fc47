// The server's half of the contract with paired tablets, kept by the tests: judges signatures and chain as it would.
import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { batchText, heartbeatText, pairingText } from '#domain/device-signing.ts';

interface Device {
  id: string;
  name: string;
  touchpoint: string;
  cornerCode: string;
}

export class DeviceDouble {
  device: Device | null = null;
  revoked = false;
  next = { sequence: 1, previous: '' };
  heartbeats: { unsent: number; version: string }[] = [];
  refusals: string[] = [];
  dropOffs: { question: string; n: number }[] = [];
  private publicKey = '';
  private pairing = { id: randomUUID(), code: 'BCDFGHJK' };
  private newest = { body: '', answer: '' };
  private readonly target: string;

  constructor(target: string) {
    this.target = target;
  }

  /** Staff confirm the code that the tablet shows. */
  confirm(code: string, touchpoint: string): void {
    if (code.replace('-', '') !== this.pairing.code) throw new Error(`${code} is not the pairing's code`);
    this.device = { id: randomUUID(), name: 'Máy quầy 1', touchpoint, cornerCode: '246810' };
  }

  async answer(method: string, path: string, body: string): Promise<Response | null> {
    if (method === 'POST' && path === '/api/pairings') return this.pair(JSON.parse(body));
    if (path === `/api/pairings/${this.pairing.id}`)
      return Response.json({ state: this.device ? 'confirmed' : 'waiting', device: this.device, now: now() });
    if (!path.startsWith('/api/devices/')) return null;
    if (!this.device || !path.startsWith(`/api/devices/${this.device.id}/`))
      return problem(404, 'unknown_device');
    if (this.revoked) return problem(410, 'device_revoked');
    return path.endsWith('/heartbeats') ? this.beat(JSON.parse(body)) : this.take(body);
  }

  private pair({ publicKey, sentAt, signature }: Record<string, string>): Response {
    this.publicKey = publicKey ?? '';
    if (!this.isSigned(pairingText(publicKey ?? '', sentAt ?? ''), signature))
      return problem(403, 'bad_signature');
    const expiresAt = new Date(Date.now() + 900_000).toISOString();
    return Response.json({ ...this.pairing, expiresAt, now: now() }, { status: 201 });
  }

  private beat({ sentAt, payload, signature }: Record<string, string>): Response {
    const text = heartbeatText(this.device?.id ?? '', sentAt ?? '', hash(payload ?? ''));
    if (!this.isSigned(text, signature)) return problem(403, 'bad_signature');
    this.heartbeats.push(JSON.parse(payload ?? ''));
    return Response.json({ state: 'active', now: now(), device: this.device });
  }

  private async take(body: string): Promise<Response> {
    const { sequence, previous, payload, signature } = JSON.parse(body);
    const text = batchText(this.device?.id ?? '', sequence, previous, hash(payload));
    if (!this.isSigned(text, signature)) return this.refuse(403, 'bad_signature');
    if (body === this.newest.body) return new Response(this.newest.answer);
    if (sequence !== this.next.sequence || previous !== this.next.previous)
      return this.refuse(409, sequence < this.next.sequence ? 'batch_replaced' : 'batch_out_of_order');
    const { responses, dropOffs } = JSON.parse(payload);
    const results = responses.length === 0 ? [] : await this.store(responses);
    this.dropOffs.push(...dropOffs);
    this.next = { sequence: sequence + 1, previous: hash(text) };
    this.newest = { body, answer: JSON.stringify({ sequence, results }) };
    return new Response(this.newest.answer);
  }

  private async store(responses: unknown[]): Promise<unknown> {
    const answer = await fetch(`${this.target}/api/responses/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ responses }),
    });
    return ((await answer.json()) as { results: unknown }).results;
  }

  private refuse(status: number, code: string): Response {
    this.refusals.push(code);
    return Response.json({ status, code, expected: this.next }, { status });
  }

  private isSigned(text: string, signature = ''): boolean {
    const key = createPublicKey({
      key: Buffer.from(this.publicKey, 'base64url'),
      format: 'der',
      type: 'spki',
    });
    const bytes = Buffer.from(signature, 'base64url');
    return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, bytes);
  }
}

const now = () => new Date().toISOString();
const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const problem = (status: number, code: string) => Response.json({ status, code }, { status });
