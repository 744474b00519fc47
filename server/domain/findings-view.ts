// Findings and the responses that they are about, as they leave the server.
import { z } from 'zod';
import { FINDING_KINDS } from './integrity-findings.ts';
import { MARKS } from './marks.ts';
import { CHANNELS } from './submissions.ts';

const named = z.object({ id: z.string(), name: z.string() });

export const findingSchema = z.object({
  id: z.string().describe('Stays the same for the same days.'),
  kind: z.enum(FINDING_KINDS),
  agency: named,
  touchpoint: named,
  from: z.iso.date(),
  to: z.iso.date(),
  hours: z
    .object({ from: z.string(), to: z.string() })
    .nullable()
    .describe('Local time, to the quarter of an hour, where it is about an hour.'),
  strength: z
    .union([z.literal(1), z.literal(2), z.literal(3)])
    .describe('1 odd, 2 very odd, 3 hardly to be explained.'),
  why: z.record(z.string(), z.number()).describe('The numbers that the words are made of.'),
  responses: z.int(),
});
export type NamedFinding = z.infer<typeof findingSchema>;

export const findingsSchema = z.object({
  findings: z.array(findingSchema),
  figure: z.object({
    questionnaire: z.string().nullable(),
    n: z.int(),
    rate: z.number().nullable(),
    flagged: z.int().describe('Responses that some finding is about.'),
    rateWithout: z.number().nullable().describe('Null where it would show what few people said.'),
  }),
});
export type Findings = z.infer<typeof findingsSchema>;

export const flaggedResponseSchema = z.object({
  day: z.iso.date(),
  hour: z.int().describe('Of the local day, 0 … 23.'),
  channel: z.enum(CHANNELS),
  seconds: z.int().describe('Rounded to ten.'),
  marks: z.array(z.enum(MARKS)),
});
export type FlaggedResponse = z.infer<typeof flaggedResponseSchema>;

export const flaggedResponsesSchema = z.object({
  total: z.int(),
  responses: z.array(flaggedResponseSchema),
});
export type FlaggedResponses = z.infer<typeof flaggedResponsesSchema>;
