import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { REPORT_LANGUAGES } from '#domain/report-figures.ts';
import { REPORT_FORMATS } from '#domain/report-formats.ts';
import { findAgency, findProvince } from '../agencies/queries.ts';
import { type Command, withContext } from '../commands.ts';
import { Failure } from '../errors.ts';
import { readRange } from '../results/range.ts';
import { Projector } from '../tallies/projector.ts';
import { readReport } from './facts.ts';
import { writeReport } from './writing.ts';

const USAGE = 'report create --from DAY --to DAY --out FILE';

export const reportCommands: Command[] = [
  {
    usage: `${USAGE} [--format ${REPORT_FORMATS.join('|')}] [--agency ID] [--questionnaire CODE@VERSION] [--language ${REPORT_LANGUAGES.join('|')}] — a report of an agency, or of the province`,
    run: async (config, args) => {
      const { values } = parseArgs({
        args,
        options: {
          from: { type: 'string' },
          to: { type: 'string' },
          out: { type: 'string' },
          format: { type: 'string', default: 'docx' },
          agency: { type: 'string' },
          questionnaire: { type: 'string' },
          language: { type: 'string', default: 'vi' },
        },
      });
      const { from, to, out, agency, questionnaire } = values;
      const format = REPORT_FORMATS.find((each) => each === values.format);
      const language = REPORT_LANGUAGES.find((each) => each === values.language);
      if (!from || !to || !out || !format || !language) throw new Error(USAGE);
      return await withContext(config, async (context) => {
        const range = readRange({ from, to }, context.now());
        const about = agency ? await findAgency(context.db, agency) : await findProvince(context.db);
        if (!about) throw new Failure('not_found', 'unknown_agency');
        await new Projector(context).catchUp();
        const order = {
          ...range,
          agencyId: about.id,
          issuerId: null,
          questionnaireId: questionnaire ?? null,
          language,
        };
        const file = await writeReport(await readReport(context, order), format);
        await writeFile(out, file);
        return [`${about.name}, ${from} – ${to}: ${file.length} bytes in ${out}`];
      });
    },
  },
];
