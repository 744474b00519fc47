// Which devices somebody may see and where they may put one: in their own agency and below it.
import type { DeviceView } from '#domain/devices.ts';
import type { Actor } from '#domain/roles.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';
import { type ListedDevice, listDevices, listRefusals, touchpointById } from './queries.ts';

/** Absent when the actor's reach is the whole installation. */
async function reach({ db }: Context, actor: Actor): Promise<string[] | undefined> {
  if (actor.agencyId === null) return undefined;
  return (await agenciesWithin(db, actor)).map(({ id }) => id);
}

/**
 * The device with an id, if it is within the actor's reach.
 * @throws Failure not_found/unknown_device, the same whether it is another's or nobody's
 */
export async function deviceWithin(context: Context, actor: Actor, id: string): Promise<ListedDevice> {
  const agencies = await reach(context, actor);
  const [found] = await listDevices(context.db, { id: id.toLowerCase(), ...(agencies && { agencies }) });
  if (!found) throw new Failure('not_found', 'unknown_device');
  return found;
}

/**
 * The touchpoint with an id, if it is within the actor's reach.
 * @throws Failure not_found/unknown_touchpoint, the same whether it is another's or nobody's
 */
export async function touchpointWithin(context: Context, actor: Actor, id: string): Promise<Touchpoint> {
  const agencies = await reach(context, actor);
  const found = await touchpointById(context.db, id);
  if (!found || (agencies && !agencies.includes(found.agencyId)))
    throw new Failure('not_found', 'unknown_touchpoint');
  return found;
}

/** The devices within reach, as staff see them. */
export async function viewDevices(context: Context, actor: Actor): Promise<DeviceView[]> {
  const agencies = await reach(context, actor);
  const refusals = new Map<string, Record<string, number>>();
  for (const { deviceId, code, n } of await listRefusals(context.db))
    refusals.set(deviceId, { ...refusals.get(deviceId), [code]: n });
  const found = await listDevices(context.db, agencies && { agencies });
  return found.map((listed) => view(listed, refusals.get(listed.device.id) ?? {}));
}

/** @throws Failure not_found/unknown_device */
export async function viewDevice(context: Context, actor: Actor, id: string): Promise<DeviceView> {
  const refusals = (await listRefusals(context.db, id)).map(({ code, n }) => [code, n]);
  return view(await deviceWithin(context, actor, id), Object.fromEntries(refusals));
}

function view({ device, touchpoint }: ListedDevice, refusals: Record<string, number>): DeviceView {
  const { agencyId, agencyName, ...place } = touchpoint;
  return {
    id: device.id,
    name: device.name,
    touchpoint: { ...place, agency: { id: agencyId, name: agencyName } },
    state: device.revokedAt === null ? 'active' : 'revoked',
    pairedAt: iso(device.pairedAt),
    revokedAt: isoOrNull(device.revokedAt),
    lastSeenAt: isoOrNull(device.lastSeenAt),
    unsent: device.unsent,
    oldestUnsent: isoOrNull(device.oldestUnsent),
    version: device.version,
    battery: device.battery,
    charging: device.charging,
    storagePersisted: device.storagePersisted,
    lastSequence: device.lastSequence,
    refusals,
    cornerCode: device.cornerCode,
  };
}

const iso = (at: number) => new Date(at).toISOString();
const isoOrNull = (at: number | null) => (at === null ? null : iso(at));
