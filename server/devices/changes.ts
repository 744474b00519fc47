// What staff do to a device, each with its entry in the audit log.
import { and, eq, isNull } from 'drizzle-orm';
import type { DeviceChanges } from '#domain/devices.ts';
import { type AuditEntry, type Doer, recordAudit } from '../audit/recording.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';
import { requireOpen } from './pairing.ts';
import type { ListedDevice } from './queries.ts';

/**
 * Renames a device, or moves it to another touchpoint, or both.
 * @param to within the doer's reach
 * @throws Failure gone/device_revoked, and as `requireOpen`
 */
export async function changeDevice(
  { db, now }: Context,
  { device, touchpoint }: ListedDevice,
  { name = device.name }: DeviceChanges,
  to: Touchpoint | null,
  doer: Doer,
): Promise<void> {
  if (device.revokedAt !== null) throw new Failure('gone', 'device_revoked');
  const renamed = name !== device.name;
  const moved = to && to.id !== device.touchpointId ? to : null;
  if (moved) requireOpen(moved);
  if (!renamed && !moved) return;
  const { devices, deviceTouchpoints } = db.tables;
  const common = { ...doer, at: now(), subject: { kind: 'device', id: device.id } };
  const entries: AuditEntry[] = [];
  if (renamed)
    entries.push({
      ...common,
      action: 'device.renamed',
      agencyId: touchpoint.agencyId,
      before: { name: device.name },
      after: { name },
    });
  if (moved)
    entries.push({
      ...common,
      action: 'device.moved',
      agencyId: moved.agencyId,
      before: { touchpoint: touchpoint.code },
      after: { touchpoint: moved.code },
    });
  await db.write((tx) => [
    tx
      .update(devices)
      .set({ name, ...(moved && { touchpointId: moved.id }) })
      .where(eq(devices.id, device.id)),
    ...(moved
      ? [
          tx
            .insert(deviceTouchpoints)
            .values({ deviceId: device.id, touchpointId: moved.id })
            .onConflictDoNothing(),
        ]
      : []),
    ...entries.map((entry) => recordAudit(tx, db.tables, entry)),
  ]);
}

/** Revokes a device for good; one that is revoked already stays as it is. */
export async function revokeDevice(
  { db, now }: Context,
  { device, touchpoint }: ListedDevice,
  doer: Doer,
): Promise<void> {
  if (device.revokedAt !== null) return;
  const at = now();
  const { devices } = db.tables;
  await db.write((tx) => [
    tx
      .update(devices)
      .set({ revokedAt: at })
      .where(and(eq(devices.id, device.id), isNull(devices.revokedAt))),
    recordAudit(tx, db.tables, {
      ...doer,
      at,
      action: 'device.revoked',
      subject: { kind: 'device', id: device.id },
      agencyId: touchpoint.agencyId,
      before: { name: device.name, touchpoint: touchpoint.code },
    }),
  ]);
}
