// A year of simulated responses to show the product with: believable, and the same for the same seed.
import type { AgencyKind } from '#domain/agencies.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import type { Submission } from '#domain/submissions.ts';
import { type AgencyProfile, makeProfile } from './agency-profiles.ts';
import { type Form, fillIn, makeForm } from './answering.ts';
import { busyness, momentOn, seasonEffect } from './calendar.ts';
import { meetPerson } from './people.ts';
import { Random } from './random.ts';

export interface DemoTouchpoint {
  code: string;
  agencyId: string;
  kind: AgencyKind;
  /** Version asked here, `code@version`. */
  questionnaire: string;
  channel: 'web' | 'kiosk';
}

export interface DemoOptions {
  seed: number;
  count: number;
  questionnaires: readonly Questionnaire[];
  touchpoints: readonly DemoTouchpoint[];
  /** Days, both inclusive. */
  from: number;
  to: number;
}

/** Even the quietest touchpoint gets this many, as long as there are enough responses to go round. */
const QUIETEST = 15;
const SPEAKS_ENGLISH = 0.012;

/**
 * Simulated responses, sorted by the time of answering; every one is a valid answer to its questionnaire.
 * @throws RangeError when a touchpoint asks a questionnaire version that is not among the given ones
 */
export function demoSubmissions(options: DemoOptions): Submission[] {
  const { seed, count, questionnaires, touchpoints, from, to } = options;
  if (touchpoints.length === 0 || to < from) return [];
  const random = new Random(seed);
  const forms = new Map(
    questionnaires.map((each) => makeForm(each, random)).map((form) => [form.version, form]),
  );
  const profiles = makeProfiles(touchpoints, forms, random);
  const shares = touchpoints.map(
    ({ agencyId }) => (profiles.get(agencyId)?.volume ?? 1) * Math.exp(random.normal(0, 0.4)),
  );
  const counts = shareOut(count, shares);
  const days = { web: daySampler(from, to, 'web'), kiosk: daySampler(from, to, 'kiosk') };
  const submissions = touchpoints.flatMap((touchpoint, index) => {
    const form = forms.get(touchpoint.questionnaire);
    const profile = profiles.get(touchpoint.agencyId);
    if (!form || !profile) throw new RangeError(`unknown questionnaire version ${touchpoint.questionnaire}`);
    return Array.from({ length: counts[index] ?? 0 }, () => {
      const day = days[touchpoint.channel](random);
      const elapsed = (day - from) / (to - from + 1);
      return respond(touchpoint, form, profile, { day, elapsed }, random);
    });
  });
  return submissions.sort((a, b) => compare(a.answeredAt, b.answeredAt) || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function makeProfiles(
  touchpoints: readonly DemoTouchpoint[],
  forms: Map<string, Form>,
  random: Random,
): Map<string, AgencyProfile> {
  const factors = new Set([...forms.values()].flatMap((form) => [...form.factors]));
  const profiles = new Map<string, AgencyProfile>();
  for (const { agencyId, kind } of touchpoints)
    if (!profiles.has(agencyId)) profiles.set(agencyId, makeProfile(kind, factors, random));
  return profiles;
}

/** Splits a number into whole parts in proportion to the shares, none of them very small. */
function shareOut(count: number, shares: number[]): number[] {
  const least = Math.min(QUIETEST, Math.floor(count / (2 * shares.length)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const rest = count - least * shares.length;
  let seen = 0;
  let given = 0;
  return shares.map((share) => {
    seen += share;
    const upToHere = Math.round((rest * seen) / total);
    const part = upToHere - given;
    given = upToHere;
    return least + part;
  });
}

function daySampler(from: number, to: number, channel: 'web' | 'kiosk'): (random: Random) => number {
  const ends: number[] = [];
  let total = 0;
  for (const weight of busyness(from, to, channel)) {
    total += weight;
    ends.push(total);
  }
  return (random) => {
    if (total === 0) return random.integer(from, to);
    const at = random.next() * total;
    return from + firstAbove(ends, at);
  };
}

function firstAbove(rising: number[], value: number): number {
  let [low, high] = [0, rising.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rising[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function respond(
  touchpoint: DemoTouchpoint,
  form: Form,
  profile: AgencyProfile,
  { day, elapsed }: { day: number; elapsed: number },
  random: Random,
): Submission {
  const today = profile.level + profile.trend * (elapsed - 0.5) + seasonEffect(day);
  const english = form.languages.includes('en') && random.chance(SPEAKS_ENGLISH);
  // The comments are written in Vietnamese only.
  const person = meetPerson(profile.kind, !english, random);
  const answers = fillIn(form, person, (factor) => today + (profile.factors.get(factor) ?? 0), random);
  const answeredAt = momentOn(day, touchpoint.channel, random);
  const pace = Math.exp(random.normal(0, 0.35)) * (person.straightLiner ? 1_600 : 5_500);
  const duration = Math.round(6_000 + pace * Object.keys(answers).length);
  return {
    id: random.uuid(),
    touchpoint: touchpoint.code,
    questionnaire: touchpoint.questionnaire,
    answers,
    startedAt: new Date(answeredAt - duration).toISOString(),
    answeredAt: new Date(answeredAt).toISOString(),
    locale: english ? 'en' : (form.languages[0] ?? 'vi'),
    channel: touchpoint.channel,
  };
}
