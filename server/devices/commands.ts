import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { deviceFileSchema } from '#domain/devices.ts';
import { OPERATOR } from '#domain/roles.ts';
import { formatCode, normaliseCode } from '#domain/touchpoints.ts';
import { type Command, withContext } from '../commands.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { Intake } from '../responses/intake.ts';
import { findTouchpoint } from '../touchpoints/queries.ts';
import { revokeDevice } from './changes.ts';
import { type ImportedBatch, importFile } from './imports.ts';
import { confirmPairing } from './pairing.ts';
import { listDevices } from './queries.ts';

const DOER = { actor: OPERATOR, origin: null };

export const deviceCommands: Command[] = [
  {
    usage: 'device list — every paired tablet, where it stands and when it was last seen',
    run: async (config) => {
      const found = await withContext(config, ({ db }) => listDevices(db));
      return found.map(({ device, touchpoint }) => {
        const state = device.revokedAt === null ? 'active' : 'revoked';
        const seen = device.lastSeenAt === null ? 'never seen' : new Date(device.lastSeenAt).toISOString();
        const unsent = `${device.unsent ?? '?'} unsent`;
        const place = `${formatCode(touchpoint.code)} ${touchpoint.agencyName} · ${touchpoint.name}`;
        return [device.id, state, seen, unsent, place, device.name].join('  ');
      });
    },
  },
  {
    usage: 'device confirm CODE --touchpoint CODE --name NAME — pairs the tablet that shows the first code',
    run: async (config, args) => {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { touchpoint: { type: 'string' }, name: { type: 'string' } },
      });
      const [typed] = positionals;
      const name = values.name?.trim();
      if (!typed || !values.touchpoint || !name) throw new Error('Which code, which touchpoint, which name?');
      const asked = { typed, name, at: values.touchpoint };
      return await withContext(config, (context) => confirm(context, asked));
    },
  },
  {
    usage: 'device revoke ID — takes nothing from a tablet any more',
    run: (config, [id]) =>
      withContext(config, async (context) => {
        const [found] = id ? await listDevices(context.db, { id: id.toLowerCase() }) : [];
        if (!found) throw new Failure('not_found', 'unknown_device');
        await revokeDevice(context, found, DOER);
        return [`${found.device.name} is revoked`];
      }),
  },
  {
    usage: 'device import FILE — takes in the unsent answers that a tablet saved as a file',
    run: (config, [file]) =>
      withContext(config, async (context) => {
        const content = readDeviceFile(file);
        const [found] = await listDevices(context.db, { id: content.device });
        if (!found) throw new Failure('not_found', 'unknown_device');
        const intake = new Intake(context.db);
        const taken = await importFile(context, intake, content, DOER, found.touchpoint.agencyId);
        return taken.map(describe);
      }),
  },
];

async function confirm(context: Context, { typed, name, at }: { typed: string; name: string; at: string }) {
  const code = normaliseCode(at);
  const touchpoint = code ? await findTouchpoint(context.db, code) : null;
  if (!touchpoint) throw new Failure('not_found', 'unknown_touchpoint');
  const id = await confirmPairing(context, { typed, touchpoint, name }, DOER);
  const [paired] = await listDevices(context.db, { id });
  return [`${name} is paired as ${id}; its staff corner opens with ${paired?.device.cornerCode}`];
}

function readDeviceFile(file: string | undefined) {
  if (!file) throw new Error('Which file?');
  try {
    return deviceFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why = error instanceof SyntaxError || 'code' in (error as object) ? (error as Error).message : null;
    throw new Error(`${file} cannot be read as a tablet's file${why ? `: ${why}` : ''}`);
  }
}

function describe({ sequence, status, code, inChain, results }: ImportedBatch): string {
  if (code) return `batch ${sequence}: ${status} ${code}`;
  const count = (wanted: number) => results.filter((result) => result.status === wanted).length;
  const refused = results.filter((result) => result.status > 201).length;
  const place = inChain ? '' : ', outside the chain';
  return `batch ${sequence}: ${count(201)} stored now, ${count(200)} before, ${refused} refused${place}`;
}
