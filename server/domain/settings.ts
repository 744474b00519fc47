// What staff set for the whole installation.
import { z } from 'zod';
import { DEFAULT_CLOSING_DAY } from './periods.ts';

export const settingsSchema = z.strictObject({
  closingDay: z
    .union([z.int().min(1).max(28), z.literal('calendar')])
    .describe("Last day of a reporting month, or the calendar's own month ends."),
});
export type Settings = z.output<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = { closingDay: DEFAULT_CLOSING_DAY };
