import { and, asc, eq, gte, inArray, isNull, lt, lte, sql } from 'drizzle-orm';
import type { Database, Statement, Tables, Writer } from '../db/database.ts';

export type Pairing = Tables['pairings']['$inferSelect'];
export type Device = Tables['devices']['$inferSelect'];
export type DropOff = Tables['dropOffs']['$inferSelect'];

type PairingKey = Partial<Pick<Pairing, 'id' | 'code' | 'publicKey'>>;

/** The pairing with an id, a code or a key, and the device that it became; null when there is none. */
export async function findPairing(
  { read, tables: { pairings, devices, touchpoints } }: Database,
  { id, code, publicKey }: PairingKey,
) {
  const [found] = await read
    .select({ pairing: pairings, device: devices, touchpoint: touchpoints.code })
    .from(pairings)
    .leftJoin(devices, eq(devices.publicKey, pairings.publicKey))
    .leftJoin(touchpoints, eq(touchpoints.id, devices.touchpointId))
    .where(
      and(
        id === undefined ? undefined : eq(pairings.id, id),
        code === undefined ? undefined : eq(pairings.code, code),
        publicKey === undefined ? undefined : eq(pairings.publicKey, publicKey),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** How many tablets wait to be confirmed. */
export async function countOpenPairings(
  { read, tables: { pairings } }: Database,
  now: number,
): Promise<number> {
  const [found] = await read
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(pairings)
    .where(gte(pairings.expiresAt, now));
  return found?.n ?? 0;
}

/** Opens a pairing, unless its key has one that is still open; clears away those that expired before an instant. */
export async function putPairing(db: Database, row: Pairing, now: number, forgotten: number): Promise<void> {
  const { pairings } = db.tables;
  await db.write((tx) => [
    tx.delete(pairings).where(lt(pairings.expiresAt, forgotten)),
    tx.delete(pairings).where(and(eq(pairings.publicKey, row.publicKey), lt(pairings.expiresAt, now))),
    tx.insertMany(pairings, [row], { conflict: 'skip', key: ['publicKey'] }),
  ]);
}

/** A device with the code of its touchpoint; null when there is none. */
export async function findDevice({ read, tables: { devices, touchpoints } }: Database, id: string) {
  const [found] = await read
    .select({ device: devices, touchpoint: { code: touchpoints.code, agencyId: touchpoints.agencyId } })
    .from(devices)
    .innerJoin(touchpoints, eq(touchpoints.id, devices.touchpointId))
    .where(eq(devices.id, id));
  return found ?? null;
}

/** The ids of the touchpoints where a device stands or once stood. */
export async function touchpointsOf(
  { read, tables: { deviceTouchpoints } }: Database,
  deviceId: string,
): Promise<Set<string>> {
  const rows = await read
    .select({ id: deviceTouchpoints.touchpointId })
    .from(deviceTouchpoints)
    .where(eq(deviceTouchpoints.deviceId, deviceId));
  return new Set(rows.map(({ id }) => id));
}

/** The hash of the batch at a place of a device's chain; null when the place is free. */
export async function batchHash(
  { read, tables: { deviceBatches } }: Database,
  deviceId: string,
  sequence: number,
): Promise<string | null> {
  const [found] = await read
    .select({ hash: deviceBatches.hash })
    .from(deviceBatches)
    .where(and(eq(deviceBatches.deviceId, deviceId), eq(deviceBatches.sequence, sequence)));
  return found?.hash ?? null;
}

export type NewBatch = Tables['deviceBatches']['$inferSelect'];

/** The statements that add a batch to a device's chain and its drop-offs to theirs; they fail when the place is taken. */
export function chainBatch(
  tx: Writer,
  { deviceBatches, devices, dropOffs }: Tables,
  batch: NewBatch,
  left: DropOff[],
): Statement[] {
  const { questionnaireId, touchpointId, day, question } = dropOffs;
  const statements: Statement[] = [
    tx.insert(deviceBatches).values(batch),
    tx
      .update(devices)
      .set({ lastSequence: batch.sequence, lastHash: batch.hash, lastSeenAt: batch.receivedAt })
      .where(eq(devices.id, batch.deviceId)),
  ];
  if (left.length > 0)
    statements.push(
      tx
        .insert(dropOffs)
        .values(left)
        .onConflictDoUpdate({
          target: [questionnaireId, touchpointId, day, question],
          set: { n: sql.raw('drop_offs.n + excluded.n') },
        }),
    );
  return statements;
}

/** Counts something that was refused. */
export async function countRefusal(db: Database, deviceId: string, code: string, at: number): Promise<void> {
  const { deviceRefusals } = db.tables;
  await db.write((tx) => [
    tx
      .insert(deviceRefusals)
      .values({ deviceId, code, n: 1, lastAt: at })
      .onConflictDoUpdate({
        target: [deviceRefusals.deviceId, deviceRefusals.code],
        set: { n: sql.raw('device_refusals.n + 1'), lastAt: at },
      }),
  ]);
}

/** What a device said of itself. */
export async function putHeartbeat(db: Database, id: string, said: Partial<Device>): Promise<void> {
  const { devices } = db.tables;
  await db.write((tx) => [tx.update(devices).set(said).where(eq(devices.id, id))]);
}

/**
 * Devices with their touchpoints, by agency, touchpoint and name.
 * @param which absent: all of them
 */
export async function listDevices(
  { read, tables: { devices, touchpoints, agencies } }: Database,
  which: { id?: string; agencies?: string[] } = {},
) {
  return await read
    .select({
      device: devices,
      touchpoint: {
        id: touchpoints.id,
        name: touchpoints.name,
        code: touchpoints.code,
        agencyId: agencies.id,
        agencyName: agencies.name,
      },
    })
    .from(devices)
    .innerJoin(touchpoints, eq(touchpoints.id, devices.touchpointId))
    .innerJoin(agencies, eq(agencies.id, touchpoints.agencyId))
    .where(
      and(
        which.id === undefined ? undefined : eq(devices.id, which.id),
        which.agencies ? inArray(touchpoints.agencyId, which.agencies) : undefined,
      ),
    )
    .orderBy(asc(agencies.name), asc(touchpoints.name), asc(devices.name), asc(devices.id));
}
export type ListedDevice = Awaited<ReturnType<typeof listDevices>>[number];

/** How often what was refused, by device and code. */
export async function listRefusals(
  { read, tables: { deviceRefusals } }: Database,
  deviceId?: string,
): Promise<{ deviceId: string; code: string; n: number }[]> {
  const { code, n } = deviceRefusals;
  return await read
    .select({ deviceId: deviceRefusals.deviceId, code, n })
    .from(deviceRefusals)
    .where(deviceId === undefined ? undefined : eq(deviceRefusals.deviceId, deviceId));
}

/** The touchpoint with an id, or null. */
export async function touchpointById({ read, tables: { touchpoints } }: Database, id: string) {
  const [found] = await read.select().from(touchpoints).where(eq(touchpoints.id, id));
  return found ?? null;
}

/** How many people left the form at which question, at some touchpoints and on the days from..to (inclusive). */
export async function dropOffsOf(
  { read, tables: { dropOffs } }: Database,
  {
    questionnaire,
    touchpoints,
    from,
    to,
  }: {
    questionnaire: string;
    touchpoints?: string[];
    from: number;
    to: number;
  },
): Promise<{ question: string; n: number }[]> {
  return await read
    .select({ question: dropOffs.question, n: sql<number>`sum(${dropOffs.n})`.mapWith(Number) })
    .from(dropOffs)
    .where(
      and(
        eq(dropOffs.questionnaireId, questionnaire),
        touchpoints ? inArray(dropOffs.touchpointId, touchpoints) : undefined,
        gte(dropOffs.day, from),
        lte(dropOffs.day, to),
      ),
    )
    .groupBy(dropOffs.question)
    .orderBy(asc(dropOffs.question));
}

/** Whether a paired tablet that is not revoked stands at a touchpoint. */
export async function hasActiveDevice(
  { read, tables: { devices } }: Database,
  touchpointId: string,
): Promise<boolean> {
  const found = await read
    .select({ id: devices.id })
    .from(devices)
    .where(and(eq(devices.touchpointId, touchpointId), isNull(devices.revokedAt)))
    .limit(1);
  return found.length > 0;
}
