// What staff call: which tablets there are, pairing, moving and revoking them, and taking in a tablet's file.
import { z } from 'zod';
import {
  type DeviceView,
  deviceChangesSchema,
  deviceFileSchema,
  deviceSchema,
  newDeviceSchema,
} from '#domain/devices.ts';
import type { Actor } from '#domain/roles.ts';
import { agenciesWithin } from '../agencies/scope.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { actorOf, doerOf } from '../http/access.ts';
import type { Intake } from '../responses/intake.ts';
import type { Touchpoint } from '../touchpoints/queries.ts';
import { changeDevice, revokeDevice } from './changes.ts';
import { importedBatchSchema, importFile } from './imports.ts';
import { confirmPairing } from './pairing.ts';
import { type ListedDevice, listDevices, listRefusals, touchpointById } from './queries.ts';

const byId = z.object({ id: z.string().max(40) });

export function staffDeviceRoutes(app: App, context: Context, intake: Intake): void {
  app.get(
    '/api/devices',
    {
      config: { access: 'devices.read' },
      schema: {
        summary: 'The paired tablets within reach',
        response: { 200: z.object({ devices: z.array(deviceSchema) }) },
      },
    },
    async (request) => ({ devices: await viewDevices(context, actorOf(request)) }),
  );

  app.post(
    '/api/devices',
    {
      config: { access: 'devices.write' },
      schema: {
        summary: 'Confirms the code that a tablet shows: it is paired from now on',
        body: newDeviceSchema,
        response: { 201: deviceSchema },
      },
    },
    async (request, reply) => {
      const { pairing, touchpoint, name } = request.body;
      const place = await touchpointWithin(context, actorOf(request), touchpoint);
      const asked = { typed: pairing, touchpoint: place, name };
      const id = await confirmPairing(context, asked, doerOf(request));
      return reply.code(201).send(await viewDevice(context, actorOf(request), id));
    },
  );

  app.patch(
    '/api/devices/:id',
    {
      config: { access: 'devices.write' },
      schema: {
        summary: 'Renames a tablet, or moves it to another touchpoint',
        params: byId,
        body: deviceChangesSchema,
        response: { 200: deviceSchema },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const device = await deviceWithin(context, actor, request.params.id);
      const { touchpoint } = request.body;
      const to = touchpoint === undefined ? null : await touchpointWithin(context, actor, touchpoint);
      await changeDevice(context, device, request.body, to, doerOf(request));
      return await viewDevice(context, actor, device.device.id);
    },
  );

  app.post(
    '/api/devices/:id/revocation',
    {
      config: { access: 'devices.write' },
      schema: {
        summary: 'Revokes a tablet for good: nothing is taken from it any more',
        params: byId,
        response: { 200: deviceSchema },
      },
    },
    async (request) => {
      const actor = actorOf(request);
      const device = await deviceWithin(context, actor, request.params.id);
      await revokeDevice(context, device, doerOf(request));
      return await viewDevice(context, actor, device.device.id);
    },
  );

  app.post(
    '/api/device-imports',
    {
      config: { access: 'devices.write' },
      bodyLimit: 20 * 1024 * 1024,
      schema: {
        summary: 'Takes in the file that a tablet saved; doing it again is harmless',
        body: deviceFileSchema,
        response: { 200: z.object({ device: z.uuid(), batches: z.array(importedBatchSchema) }) },
      },
    },
    async (request) => {
      const { touchpoint } = await deviceWithin(context, actorOf(request), request.body.device);
      const file = request.body;
      const batches = await importFile(context, intake, file, doerOf(request), touchpoint.agencyId);
      return { device: file.device, batches };
    },
  );
}

/** Absent when the actor's reach is the whole installation. */
async function reach({ db }: Context, actor: Actor): Promise<string[] | undefined> {
  if (actor.agencyId === null) return undefined;
  return (await agenciesWithin(db, actor)).map(({ id }) => id);
}

/** @throws Failure not_found/unknown_device, the same whether it is another's or nobody's */
async function deviceWithin(context: Context, actor: Actor, id: string): Promise<ListedDevice> {
  const agencies = await reach(context, actor);
  const [found] = await listDevices(context.db, { id: id.toLowerCase(), ...(agencies && { agencies }) });
  if (!found) throw new Failure('not_found', 'unknown_device');
  return found;
}

/** @throws Failure not_found/unknown_touchpoint, the same whether it is another's or nobody's */
async function touchpointWithin(context: Context, actor: Actor, id: string): Promise<Touchpoint> {
  const agencies = await reach(context, actor);
  const found = await touchpointById(context.db, id);
  if (!found || (agencies && !agencies.includes(found.agencyId)))
    throw new Failure('not_found', 'unknown_touchpoint');
  return found;
}

async function viewDevices(context: Context, actor: Actor): Promise<DeviceView[]> {
  const agencies = await reach(context, actor);
  const refusals = new Map<string, Record<string, number>>();
  for (const { deviceId, code, n } of await listRefusals(context.db))
    refusals.set(deviceId, { ...refusals.get(deviceId), [code]: n });
  const found = await listDevices(context.db, agencies && { agencies });
  return found.map((listed) => view(listed, refusals.get(listed.device.id) ?? {}));
}

async function viewDevice(context: Context, actor: Actor, id: string): Promise<DeviceView> {
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
