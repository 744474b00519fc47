import { readFileSync } from 'node:fs';
import { type Command, withContext } from '../commands.ts';
import { publishQuestionnaire } from './publication.ts';

export const questionnaireCommands: Command[] = [
  {
    usage: 'questionnaire publish FILE — publishes a questionnaire written as JSON',
    run: async (config, [file]) => {
      const input = readJson(file);
      const { published, created } = await withContext(config, (context) =>
        publishQuestionnaire(context, input),
      );
      return [`${published.id} ${created ? 'published' : 'was published before'}, hash ${published.hash}`];
    },
  },
];

function readJson(file: string | undefined): unknown {
  if (!file) throw new Error('Which file?');
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
}
