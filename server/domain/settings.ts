// What staff set for the whole installation.
import { z } from 'zod';
import { DEFAULT_OPENING_HOURS, readOpeningHours } from './opening-hours.ts';
import { DEFAULT_CLOSING_DAY } from './periods.ts';

export const settingsSchema = z.strictObject({
  closingDay: z
    .union([z.int().min(1).max(28), z.literal('calendar')])
    .describe("Last day of a reporting month, or the calendar's own month ends."),
  openingHours: z
    .string()
    .max(400)
    .refine((text) => readOpeningHours(text) !== null, { params: { code: 'opening_hours' } })
    .describe(`When offices are open, such as "${DEFAULT_OPENING_HOURS}".`),
  commentDays: z
    .int()
    .min(0)
    .max(36_500)
    .describe('Days after which what people wrote is erased; 0 keeps it.'),
  publicResults: z.boolean().describe('Whether published periods are shown to everybody.'),
});
export type Settings = z.output<typeof settingsSchema>;

/** Two years of comments: long enough to compare a year with the one before. */
export const DEFAULT_SETTINGS: Settings = {
  closingDay: DEFAULT_CLOSING_DAY,
  openingHours: DEFAULT_OPENING_HOURS,
  commentDays: 730,
  publicResults: false,
};
