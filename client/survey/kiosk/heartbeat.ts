// Tells the server that the tablet lives, and learns where it stands: also the one true test of being on-line.
import { heartbeatText } from '#domain/device-signing.ts';
import { type Device, type DeviceStore, readFact, writeFact } from './device-store.ts';
import { exchange } from './exchange.ts';
import { sha256hex, signText } from './keys.ts';
import { countAll, oldestUnsent } from './outbox.ts';
import { readRoom } from './room.ts';
import { VERSION } from './version.ts';

/** Whether the server itself answered. */
export async function beat(db: DeviceStore): Promise<boolean> {
  const device = await readFact(db, 'device');
  const state = await readFact(db, 'state');
  const reached = device && state !== 'lost' ? await beatAs(db, device) : await isOurs();
  if (reached) await writeFact(db, 'lastContact', Date.now());
  return reached;
}

/** A hotspot's login page also answers 200, but not with these words. */
async function isOurs(): Promise<boolean> {
  const reply = await exchange('GET', '/health');
  return reply?.status === 200 && reply.body.status === 'ok';
}

async function beatAs(db: DeviceStore, device: Device): Promise<boolean> {
  const asked = Date.now();
  const reply = await exchange('POST', `/devices/${device.id}/heartbeats`, await signedBeat(db, device));
  if (reply?.status === 200 && reply.body.state === 'active') {
    await learn(db, reply.body as unknown as { now: string; device: Device }, (asked + Date.now()) / 2);
    return true;
  }
  if (reply?.body.code === 'device_revoked') await writeFact(db, 'state', 'revoked');
  if (reply?.body.code === 'unknown_device') await writeFact(db, 'state', 'lost');
  return reply !== null && reply.status >= 400 && reply.status < 500;
}

/** @param moment the tablet's clock when the server read its own */
async function learn(db: DeviceStore, { now, device }: { now: string; device: Device }, moment: number) {
  await writeFact(db, 'clockOffset', Math.round(Date.parse(now) - moment));
  const { id, name, touchpoint, cornerCode } = device;
  await writeFact(db, 'device', { id, name, touchpoint, cornerCode });
  await writeFact(db, 'state', 'active');
}

async function signedBeat(db: DeviceStore, device: Device): Promise<string> {
  const keys = await readFact(db, 'keys');
  if (!keys) throw new Error('only a paired tablet signs');
  const [{ unsent }, oldest, room, power] = await Promise.all([
    countAll(db),
    oldestUnsent(db),
    readRoom(),
    readPower(),
  ]);
  const { persisted, usage, quota } = room;
  const storage = { persisted: persisted ?? false, usage, quota };
  const payload = JSON.stringify({ unsent, oldestUnsent: oldest, version: VERSION, ...power, storage });
  const sentAt = new Date().toISOString();
  const signature = await signText(keys, heartbeatText(device.id, sentAt, await sha256hex(payload)));
  return JSON.stringify({ sentAt, payload, signature });
}

interface Power {
  /** 0 to 1; null where the browser does not tell. */
  battery: number | null;
  charging: boolean | null;
}

export async function readPower(): Promise<Power> {
  const { getBattery } = navigator as { getBattery?: () => Promise<{ level: number; charging: boolean }> };
  const power = await getBattery?.call(navigator).catch(() => null);
  return { battery: power?.level ?? null, charging: power?.charging ?? null };
}
