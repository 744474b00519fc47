// What a device sends for one respondent, and what the server answers.
import { z } from 'zod';

export const CHANNELS = ['web', 'kiosk', 'paper'] as const;
/** How a response came in: own phone or computer, tablet at the counter, typed in from paper. */
export type Channel = (typeof CHANNELS)[number];

/** Written codes have at most 40 characters; the question for a reason adds a few to its criterion's. */
const MAX_CODE = 48;

const instant = z.iso.datetime({ offset: true });

/** The body of `POST /api/responses`. Fields it does not name are dropped: nothing else is ever stored. */
export const submissionSchema = z.object({
  id: z.uuid().describe('Made by the device, one per response; sending it again is harmless.'),
  touchpoint: z.string().min(1).max(40).describe('The code of the touchpoint.'),
  questionnaire: z.string().min(1).max(80).describe('Version answered, `code@version`.'),
  answers: z
    .record(z.string().max(MAX_CODE), z.union([z.string().max(10_000), z.array(z.string().max(40)).max(60)]))
    .describe('By question code: an option code, a list of option codes, or text.'),
  startedAt: instant,
  answeredAt: instant.describe("By the device's own clock."),
  sentAt: instant
    .optional()
    .describe("The device's clock when sending: the server corrects `answeredAt` by its error."),
  locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/),
  channel: z.enum(CHANNELS).default('web'),
  browser: z
    .string()
    .max(100)
    .optional()
    .describe('Random token of the browser tab. Never stored; remembered as a keyed hash for minutes.'),
  proof: z
    .string()
    .max(200)
    .optional()
    .describe('Proof of work for this very id: the challenge, a point and the number that was found.'),
  trap: z
    .string()
    .optional()
    .describe('What was written where no person writes. Only its presence is stored.'),
});
export type Submission = z.output<typeof submissionSchema>;
/** As a device writes it: defaults may be left out. */
export type SubmissionInput = z.input<typeof submissionSchema>;

/** The answer to a stored submission. */
export const storedSchema = z.object({
  id: z.uuid(),
  receipt: z.string().describe('Short code for the respondent; shows nothing of the answers.'),
});
export type Stored = z.infer<typeof storedSchema>;
