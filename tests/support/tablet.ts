// A tablet as the server meets it: a real P-256 key made by WebCrypto, a chain of signed batches, and lost replies.
import { expect } from 'vitest';
import {
  batchText,
  DEVICE_KEY,
  DEVICE_SIGNATURE,
  heartbeatText,
  pairingText,
} from '#domain/device-signing.ts';
import type { SignedBatch } from '#domain/devices.ts';
import type { SubmissionInput } from '#domain/submissions.ts';
import type { Touchpoint } from '../../server/touchpoints/queries.ts';
import type { TestServer } from './server.ts';

export const base64url = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64url');

export async function sha256hex(text: string): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(text))).toString('hex');
}

export interface Payload {
  responses: unknown[];
  dropOffs?: { day: string; questionnaire: string; question: string; n: number }[];
  sentAt?: string;
}

export class Tablet {
  /** Set by pairing. */
  id = '';
  sequence = 0;
  previous = '';
  readonly publicKey: string;
  private readonly keys: CryptoKeyPair;
  private readonly server: TestServer;

  private constructor(server: TestServer, keys: CryptoKeyPair, publicKey: string) {
    this.server = server;
    this.keys = keys;
    this.publicKey = publicKey;
  }

  static async make(server: TestServer): Promise<Tablet> {
    const keys = await crypto.subtle.generateKey(DEVICE_KEY, false, ['sign', 'verify']);
    const spki = await crypto.subtle.exportKey('spki', keys.publicKey);
    return new Tablet(server, keys, base64url(spki));
  }

  /** A tablet that somebody has confirmed for a touchpoint. */
  static async paired(server: TestServer, touchpoint = server.touchpoints[0]): Promise<Tablet> {
    const tablet = await Tablet.make(server);
    const { id, code } = (await tablet.askForPairing()).json();
    const confirmed = await tablet.confirm(code, touchpoint);
    expect(confirmed.statusCode).toBe(201);
    const polled = (await server.get(`/api/pairings/${id}`)).json();
    expect(polled.state).toBe('confirmed');
    tablet.id = polled.device.id;
    return tablet;
  }

  /** The time on the server's clock, unless somebody says otherwise. */
  now(): string {
    return new Date(this.server.clock.now).toISOString();
  }

  async sign(text: string): Promise<string> {
    return base64url(await crypto.subtle.sign(DEVICE_SIGNATURE, this.keys.privateKey, Buffer.from(text)));
  }

  async askForPairing(changes: object = {}) {
    const sentAt = this.now();
    const signature = await this.sign(pairingText(this.publicKey, sentAt));
    return await this.post('/api/pairings', { publicKey: this.publicKey, sentAt, signature, ...changes });
  }

  confirm(pairing: string, touchpoint: Touchpoint | undefined, name = 'Máy tính bảng quầy 1') {
    return this.post('/api/devices', { pairing, touchpoint: touchpoint?.id, name });
  }

  /** A batch signed for the next place in the chain, or any other. */
  async batch(
    payload: Payload | string,
    { sequence = this.sequence + 1, previous = this.previous, device = this.id } = {},
  ): Promise<SignedBatch> {
    const text =
      typeof payload === 'string'
        ? payload
        : JSON.stringify({ dropOffs: [], sentAt: this.now(), ...payload });
    const signed = batchText(device, sequence, previous, await sha256hex(text));
    return { sequence, previous, payload: text, signature: await this.sign(signed) };
  }

  send(batch: unknown, device = this.id) {
    return this.post(`/api/devices/${device}/batches`, batch);
  }

  /** Goes on after a batch that the server has taken. */
  async advance({ sequence, previous, payload }: SignedBatch): Promise<void> {
    this.previous = await sha256hex(batchText(this.id, sequence, previous, await sha256hex(payload)));
    this.sequence = sequence;
  }

  /** Signs, sends and goes on; the server must take it. */
  async deliver(responses: SubmissionInput[], more: Omit<Payload, 'responses'> = {}) {
    const batch = await this.batch({ responses, ...more });
    const reply = await this.send(batch);
    expect(reply.statusCode, reply.body).toBe(200);
    await this.advance(batch);
    return { batch, reply };
  }

  async heartbeat(changes: object = {}, sentAt = this.now()) {
    const payload = JSON.stringify({
      unsent: 3,
      oldestUnsent: null,
      version: '0.1.0',
      battery: 0.5,
      charging: true,
      storage: { persisted: true, usage: 1000.4, quota: null },
      ...changes,
    });
    const signature = await this.sign(heartbeatText(this.id, sentAt, await sha256hex(payload)));
    return await this.post(`/api/devices/${this.id}/heartbeats`, { sentAt, payload, signature });
  }

  post(url: string, payload: unknown) {
    return this.server.app.inject({ method: 'POST', url, payload: payload as object });
  }
}
