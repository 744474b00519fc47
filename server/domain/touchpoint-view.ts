// What a respondent's screen needs to know of its touchpoint: the answer of `GET /api/touchpoints/:code`.
import { z } from 'zod';
import { AGENCY_KINDS } from './agencies.ts';
import { questionnaireSchema } from './questionnaire.ts';
import { TOUCHPOINT_KINDS } from './touchpoints.ts';

export const touchpointViewSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(TOUCHPOINT_KINDS),
  agency: z.object({
    id: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    kind: z.enum(AGENCY_KINDS),
  }),
  questionnaire: questionnaireSchema.extend({
    id: z.string().describe('`code@version`, to be sent back with the answers.'),
    hash: z.string().describe('SHA-256 of the canonical content, hex.'),
  }),
  audio: z.array(z.string()).describe('Addresses of all recordings, for a tablet to keep.'),
  proof: z
    .boolean()
    .describe(
      'Answers shall come with proof of work, for which there is a challenge; without it they are marked.',
    ),
  demo: z.boolean().describe('The installation is a demonstration; every screen says so.'),
});
export type TouchpointView = z.infer<typeof touchpointViewSchema>;

/** Where to go instead of a touchpoint that takes no answers any more. */
export interface About {
  agency: string;
  /** The agencies that took over, if it was merged or split. */
  successors?: string[];
}
