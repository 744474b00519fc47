// What everybody may see of a published period: a satisfaction rate by the method of SIPAS, never "the SIPAS index".
import { z } from 'zod';
import { AGENCY_KINDS, RANKING_GROUPS } from './agencies.ts';
import { standingSchema } from './bands.ts';
import { AGGREGATIONS } from './questionnaire.ts';

const texts = z.record(z.string(), z.string());
const figure = {
  rate: z.number().nullable(),
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  hidden: z.boolean(),
  weak: z.boolean(),
};
const node = z.object({ code: z.string(), title: texts, people: z.int().nullable(), ...figure });

export const publicResultsSchema = z.object({
  periods: z
    .array(z.object({ key: z.string(), from: z.iso.date(), to: z.iso.date() }))
    .describe('Every published period, the newest last.'),
  province: z.string().describe('Whose results these are.'),
  period: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  publishedAt: z.iso.datetime(),
  questionnaire: z.object({ id: z.string(), title: texts }),
  aggregation: z.enum(AGGREGATIONS).describe('The rule by which answers become a rate.'),
  n: z.int().nullable().describe('Responses; null where the overall rate is withheld.'),
  required: z.int().nullable().describe('Required sample, where the number of transactions is known.'),
  overall: node,
  factors: z.array(node),
  agencies: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(AGENCY_KINDS),
      group: z.enum(RANKING_GROUPS),
      n: z.int().nullable(),
      required: z.int().nullable(),
      rank: z.int().nullable(),
      rankOf: z.int(),
      tied: z.boolean(),
      standing: standingSchema.nullable(),
      ...figure,
    }),
  ),
  ledger: z
    .object({ size: z.int(), checkpoint: z.string() })
    .describe('The signed head that holds just these answers.'),
});
export type PublicResults = z.infer<typeof publicResultsSchema>;
