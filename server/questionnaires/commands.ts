import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readQuestionnaire } from '#domain/questionnaire.ts';
import { readAudioFolder } from '../audio/files.ts';
import { type Command, withContext } from '../commands.ts';
import { publishQuestionnaire } from './publication.ts';

export const questionnaireCommands: Command[] = [
  {
    usage:
      'questionnaire publish FILE [--audio FOLDER] — publishes a questionnaire written as JSON, with its recordings (c15.vi.mp3 …)',
    run: async (config, args) => {
      const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: { audio: { type: 'string' } },
      });
      const { input, files } = withRecordings(readJson(positionals[0]), values.audio);
      const { published, created } = await withContext(config, (context) =>
        publishQuestionnaire(context, input, undefined, files),
      );
      const spoken = values.audio === undefined ? '' : `, ${files.size} recordings`;
      return [
        `${published.id} ${created ? 'published' : 'was published before'}${spoken}, hash ${published.hash}`,
      ];
    },
  },
];

/** A questionnaire with faults has no recordings: publishing it says what they are. */
function withRecordings(input: unknown, folder: string | undefined) {
  const read = folder === undefined ? null : readQuestionnaire(input);
  if (folder === undefined || !read?.ok) return { input, files: new Map<string, Buffer>() };
  const { questionnaire, files } = readAudioFolder(folder, read.questionnaire);
  return { input: questionnaire, files };
}

function readJson(file: string | undefined): unknown {
  if (!file) throw new Error('Which file?');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}
