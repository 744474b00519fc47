// What staff call: which tablets there are, pairing, moving and revoking them, and taking in a tablet's file.
import { z } from 'zod';
import {
  deviceChangesSchema,
  deviceFileSchema,
  deviceIdSchema,
  deviceSchema,
  newDeviceSchema,
} from '#domain/devices.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf, doerOf } from '../http/access.ts';
import type { Intake } from '../responses/intake.ts';
import { changeDevice, revokeDevice } from './changes.ts';
import { importedBatchSchema, importFile } from './imports.ts';
import { confirmPairing } from './pairing.ts';
import { deviceWithin, touchpointWithin, viewDevice, viewDevices } from './reach.ts';

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
        params: deviceIdSchema,
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
        params: deviceIdSchema,
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
