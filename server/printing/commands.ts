import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { countSheets, FILLS, LAYOUTS } from '#domain/printing.ts';
import { OPERATOR } from '#domain/roles.ts';
import { type Command, withContext } from '../commands.ts';
import { layOut } from './layouts.ts';
import { drawPdf } from './pdf.ts';
import { describePlacards, findPrintable, readCodes, recordPrinting } from './placards.ts';

export const printingCommands: Command[] = [
  {
    usage:
      'touchpoint print CODE… --out FILE [--layout poster|tent|stickers] [--fill sheet|each] — as PDF with QR codes',
    run: async (config, args) => {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
          out: { type: 'string' },
          layout: { type: 'string', default: 'poster' },
          fill: { type: 'string', default: 'sheet' },
        },
      });
      const layout = LAYOUTS.find((each) => each === values.layout);
      const fill = FILLS.find((each) => each === values.fill);
      const { out } = values;
      const { publicUrl } = config;
      if (!layout || !fill || !out || positionals.length === 0)
        throw new Error(`touchpoint print CODE… --out FILE --layout ${LAYOUTS.join('|')}`);
      if (!publicUrl) throw new Error('PUBLIC_URL must say what a QR code leads to');
      return await withContext(config, async (context) => {
        const found = await findPrintable(context, OPERATOR, readCodes(positionals.join(',')));
        const placards = await describePlacards(context, publicUrl, found);
        await recordPrinting(context, { actor: OPERATOR, origin: null }, layout, found);
        await pipeline(drawPdf(layOut(layout, fill, placards)), createWriteStream(out));
        return [`${countSheets(layout, fill, placards.length)} pages in ${out}`];
      });
    },
  },
];
