import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { countSheets, FILLS, type Fill, LAYOUTS, type Layout, MOST_PRINTED } from '#domain/printing.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { actorOf, doerOf } from '../http/access.ts';

const access = 'touchpoints.read' as const;

/** About what a file takes for its type, and each page of it; only for showing progress. */
const BYTES_OF_TYPE = 22_000;
const BYTES_OF_PAGE: Record<Layout, number> = { poster: 6_500, tent: 7_000, stickers: 8_000 };
/** A sheet whose stickers differ has more to tell. */
const BYTES_OF_EACH = 2_000;

export function printingRoutes(app: App, context: Context): void {
  app.get(
    '/api/print',
    {
      config: { access },
      schema: {
        summary: 'What printed codes will lead to',
        response: {
          200: z.object({
            address: z.string().describe('What every QR code begins with.'),
            local: z.boolean().describe('No phone can open that address: it is this machine’s own.'),
            most: z.int().describe('So many touchpoints can be printed at a time.'),
          }),
        },
      },
    },
    async (request) => {
      const address = addressOf(context, request);
      return { address, local: isLocal(address), most: MOST_PRINTED };
    },
  );
  for (const layout of LAYOUTS) fileRoute(app, context, layout);
}

// Codes and not ids: five hundred of them fit into an address.
const touchpoints = z
  .string()
  .min(1)
  .max(10_000)
  .describe(`Codes of touchpoints, up to ${MOST_PRINTED}, separated by commas.`);

function fileRoute(app: App, context: Context, layout: Layout): void {
  app.get(
    `/api/print/${layout}.pdf`,
    {
      config: { access },
      schema: {
        summary: SUMMARIES[layout],
        querystring: z.object({ touchpoints, fill: z.enum(FILLS).default('sheet') }),
        produces: ['application/pdf'],
      },
    },
    async (request, reply) => {
      // Fonts and PDF are a quarter of all that a server would read before it listens.
      const [
        { describePlacards, fileName, findPrintable, readCodes, recordPrinting },
        { layOut },
        { drawPdf },
      ] = await Promise.all([import('./placards.ts'), import('./layouts.ts'), import('./pdf.ts')]);
      const { touchpoints, fill } = request.query;
      const found = await findPrintable(context, actorOf(request), readCodes(touchpoints));
      const placards = await describePlacards(context, addressOf(context, request), found);
      await recordPrinting(context, doerOf(request), layout, found);
      const pages = countSheets(layout, fill, placards.length);
      return reply
        .type('application/pdf')
        .header('content-disposition', `attachment; filename="${fileName(layout, found, context.now())}"`)
        .header('x-pages', pages)
        .header('x-bytes-about', bytesAbout(layout, fill, placards.length))
        .send(Readable.from(drawPdf(layOut(layout, fill, placards))));
    },
  );
}

const SUMMARIES: Record<Layout, string> = {
  poster: 'A4 posters of touchpoints as PDF',
  tent: 'Table tents of touchpoints as PDF, A4 to be folded',
  stickers: 'Sheets of eight stickers as PDF: of one touchpoint each, or one sticker of each',
};

function bytesAbout(layout: Layout, fill: Fill, placards: number): number {
  const differing = fill === 'each' ? placards * BYTES_OF_EACH : 0;
  return BYTES_OF_TYPE + countSheets(layout, fill, placards) * BYTES_OF_PAGE[layout] + differing;
}

function addressOf({ config }: Context, request: FastifyRequest): string {
  return config.publicUrl ?? `${request.protocol}://${request.host}`;
}

function isLocal(address: string): boolean {
  return /^https?:\/\/(localhost|127\.[\d.]+|\[::1\])(:\d+)?(\/|$)/.test(address);
}
