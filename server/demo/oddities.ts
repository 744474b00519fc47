// A few things that look odd in the demo, so that there is something to judge: each at another commune's touchpoint.
import { formatDay } from '#domain/days.ts';
import { DEFAULT_OPENING_HOURS, isWorkingDay, readOpeningHours } from '#domain/opening-hours.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Answers } from '#domain/questions.ts';
import type { Submission } from '#domain/submissions.ts';
import { type Form, fillIn, makeForm } from './answering.ts';
import { meetPerson } from './people.ts';
import { Random } from './random.ts';
import type { DemoTouchpoint } from './submissions.ts';

interface Options {
  seed: number;
  questionnaires: readonly Questionnaire[];
  touchpoints: readonly DemoTouchpoint[];
  /** The last day with answers. */
  to: number;
}

interface Odd {
  /** Local day and minute of the day. */
  day: number;
  minute: number;
  seconds: number;
  /** Whether everybody gives the very same answers, from one browser or not. */
  same?: boolean;
  browser?: string;
}

const QUESTIONNAIRE = 'one-stop@1';
/** Satisfaction of people who were picked, in standard deviations. */
const DELIGHTED = 3;

/**
 * A crowd within minutes, one browser again and again, a tablet used at night, one pattern for weeks. Valid answers like
 * all others; none where there are no communes.
 */
export function oddSubmissions({ seed, questionnaires, touchpoints, to }: Options): Submission[] {
  const random = new Random(seed + 1);
  const content = questionnaires.find(({ code, version }) => `${code}@${version}` === QUESTIONNAIRE);
  if (!content) return [];
  const form = makeForm(content, random);
  const communes = touchpoints.filter(
    ({ kind, questionnaire }) => kind === 'commune' && questionnaire === QUESTIONNAIRE,
  );
  const [crowded, repeating, uniform] = communes.filter(({ channel }) => channel === 'web').slice(3);
  const nightly = communes.filter(({ channel }) => channel === 'kiosk')[9];
  const at = (touchpoint: DemoTouchpoint | undefined, odd: Odd[]) =>
    touchpoint ? respondAlike(touchpoint, form, odd, random) : [];
  return [
    ...at(crowded, crowd(workingDay(to, 3))),
    ...at(repeating, oneBrowser(workingDay(to, 7))),
    ...at(nightly, night(workingDay(to, 11))),
    ...at(uniform, onePattern(to)),
  ];
}

const steps = (n: number) => Array.from({ length: n }, (_, step) => step);

const crowd = (day: number): Odd[] =>
  steps(26).map((step) => ({ day, minute: 16 * 60 + 34 + step * 0.45, seconds: 55 + step }));

const oneBrowser = (day: number): Odd[] =>
  steps(10).map((step) => ({
    day,
    minute: 10 * 60 + 8 + step * 2,
    seconds: 4,
    same: true,
    browser: 'demo-browser',
  }));

const night = (day: number): Odd[] =>
  steps(8).map((step) => ({ day, minute: 20 * 60 + 12 + step * 4, seconds: 70 + step * 5 }));

const onePattern = (to: number): Odd[] =>
  steps(34).map((step) => ({
    day: workingDay(to, 1 + step),
    minute: 8 * 60 + ((step * 37) % 150),
    seconds: 62 + (step % 7),
    same: true,
  }));

const HOURS = readOpeningHours(DEFAULT_OPENING_HOURS) ?? [];

/** The working day that lies so many working days before another. */
function workingDay(to: number, before: number): number {
  let day = to;
  for (let left = before; left > 0; ) {
    day--;
    if (isWorkingDay(HOURS, day)) left--;
  }
  return day;
}

function respondAlike(touchpoint: DemoTouchpoint, form: Form, odd: Odd[], random: Random): Submission[] {
  const answers = () => fillIn(form, meetPerson(touchpoint.kind, false, random), () => DELIGHTED, random);
  const alike = uniformly(form, answers());
  return odd.map(({ day, minute, seconds, same, browser }) => {
    const answeredAt = Date.parse(`${formatDay(day)}T00:00:00+07:00`) + Math.round(minute * 60_000);
    return {
      id: random.uuid(),
      touchpoint: touchpoint.code,
      questionnaire: QUESTIONNAIRE,
      answers: same ? alike : answers(),
      startedAt: new Date(answeredAt - seconds * 1000).toISOString(),
      answeredAt: new Date(answeredAt).toISOString(),
      locale: 'vi',
      channel: touchpoint.channel,
      ...(browser && { browser }),
    };
  });
}

/** Every criterion at the best level, but every fifth one lower: nobody's honest habit. */
function uniformly({ steps: asked }: Form, answers: Answers): Answers {
  const criteria = asked.filter(({ factor, ladder }) => factor !== undefined && ladder);
  const levels = criteria.map(({ question, ladder }, index) => {
    const satisfied = ladder?.satisfied ?? [];
    return [question.code, (index % 5 === 2 ? satisfied[0] : satisfied.at(-1)) ?? ''];
  });
  return { ...answers, ...Object.fromEntries(levels) };
}
