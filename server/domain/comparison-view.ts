// A comparison as it leaves the server.
import { z } from 'zod';
import { AGENCY_KINDS, RANKING_GROUPS } from './agencies.ts';
import { FEWEST_OTHERS } from './comparison.ts';
import { agencyRowSchema } from './results.ts';

const figure = agencyRowSchema.pick({
  n: true,
  rate: true,
  interval: true,
  rank: true,
  rankOf: true,
  tied: true,
  hidden: true,
  weak: true,
});
const beside = {
  difference: z
    .number()
    .nullable()
    .describe('Percentage points: the agency now minus this; null where either is missing.'),
  real: z
    .boolean()
    .nullable()
    .describe('Whether the intervals leave room for no other explanation than a difference.'),
};
const past = figure.extend({
  from: z.iso.date(),
  to: z.iso.date(),
  ...beside,
  rankChange: z.int().nullable().describe('Positive: moved up since.'),
});

export const comparisonSchema = z.object({
  agency: z.object({ id: z.string(), name: z.string(), kind: z.enum(AGENCY_KINDS) }),
  from: z.iso.date(),
  to: z.iso.date(),
  questionnaire: z.object({ id: z.string(), title: z.record(z.string(), z.string()) }),
  group: z.enum(RANKING_GROUPS).describe('Its kind: ranks and the mean of the others are within it.'),
  current: figure,
  others: figure
    .pick({ n: true, rate: true, interval: true, weak: true })
    .extend({ agencies: z.int(), ...beside })
    .nullable()
    .describe(`The other agencies of the group, pooled; null for fewer than ${FEWEST_OTHERS} with a figure.`),
  othersWithheld: z
    .literal('no_whole_month')
    .optional()
    .describe(
      'Why people of an agency get no mean of the others: the days are no whole reporting months that are over.',
    ),
  previous: past,
  lastYear: past,
});
export type Comparison = z.infer<typeof comparisonSchema>;
export type PastFigure = Comparison['previous'];
