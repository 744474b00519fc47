// Who answers in the demo: traits in believable shares, and habits of answering.
import type { AgencyKind } from '#domain/agencies.ts';
import type { Random } from './random.ts';

/** Numbers by option code or by factor. */
type ByCode = Record<string, number>;

/** How common each option code is, made ready for drawing. */
interface Shares {
  codes: string[];
  weights: number[];
}

function shares(weights: ByCode): Shares {
  return { codes: Object.keys(weights), weights: Object.values(weights) };
}

export interface Person {
  /** Option code by question code, whether or not the person tells. */
  traits: Record<string, string>;
  /** Personal satisfaction, in standard deviations around the agency's. */
  leaning: number;
  /** How much satisfaction it takes to say the best level. */
  reserve: number;
  /** Multiplies the chance of "don't know". */
  doubt: number;
  /** Gives every criterion the same answer. */
  straightLiner: boolean;
  /** Whether the questions about oneself are answered at all. */
  open: boolean;
  /** Whether the person may write a comment. */
  writes: boolean;
}

/** Standard deviations of a satisfaction: between people, and between one person's answers; together about 1. */
const PERSON_DEVIATION = 0.72;
export const ANSWER_DEVIATION = 0.69;

/** Share of answers given to a question about oneself by a person who is {@link Person.open}. */
export const TELLS = 0.91;

const NONE = shares({ other: 1 });
const GENDER: Shares = shares({ male: 0.47, female: 0.5, undisclosed: 0.03 });
const TERRAIN: Shares = shares({ mountain: 0.01, plain: 0.985, island: 0.005 });
const AGE: Shares = shares({ '18_24': 0.11, '25_34': 0.26, '35_49': 0.34, '50_60': 0.18, over_60: 0.11 });

const EDUCATION: Record<string, Shares> = {
  '18_24': shares({ lower_secondary: 0.08, upper_secondary: 0.4, vocational: 0.22, university: 0.3 }),
  '25_34': shares({
    primary: 0.03,
    lower_secondary: 0.12,
    upper_secondary: 0.28,
    vocational: 0.22,
    university: 0.35,
  }),
  '35_49': shares({
    primary: 0.08,
    lower_secondary: 0.22,
    upper_secondary: 0.31,
    vocational: 0.16,
    university: 0.23,
  }),
  '50_60': shares({
    primary: 0.18,
    lower_secondary: 0.3,
    upper_secondary: 0.28,
    vocational: 0.12,
    university: 0.12,
  }),
  over_60: shares({
    primary: 0.32,
    lower_secondary: 0.3,
    upper_secondary: 0.22,
    vocational: 0.07,
    other: 0.09,
  }),
};
const OCCUPATION: Record<string, Shares> = {
  '18_24': shares({ student: 0.42, freelance: 0.2, private_sector: 0.32, not_working: 0.06 }),
  '25_34': shares({
    freelance: 0.33,
    private_sector: 0.4,
    public_sector: 0.14,
    not_working: 0.11,
    other: 0.02,
  }),
  '35_49': shares({
    freelance: 0.43,
    private_sector: 0.26,
    public_sector: 0.16,
    not_working: 0.12,
    other: 0.03,
  }),
  '50_60': shares({
    freelance: 0.45,
    private_sector: 0.12,
    public_sector: 0.13,
    not_working: 0.18,
    retired: 0.12,
  }),
  over_60: shares({ retired: 0.5, not_working: 0.27, freelance: 0.2, other: 0.03 }),
};
const RESIDENCE: Partial<Record<AgencyKind, Shares>> = {
  ward: shares({ urban: 0.86, rural: 0.14 }),
  commune: shares({ urban: 0.07, rural: 0.93 }),
  special_zone: shares({ urban: 0.3, rural: 0.7 }),
};
const MIXED_RESIDENCE: Shares = shares({ urban: 0.6, rural: 0.4 });

const LOCAL_FIELDS = {
  certification: 0.34,
  civil_status: 0.25,
  land: 0.17,
  social_protection: 0.09,
  construction: 0.05,
  business: 0.05,
  merit: 0.03,
  other: 0.02,
};
const FIELDS: Partial<Record<AgencyKind, Shares>> = {
  ward: shares(LOCAL_FIELDS),
  commune: shares({ ...LOCAL_FIELDS, land: 0.24, construction: 0.03 }),
  special_zone: shares(LOCAL_FIELDS),
};
const ISLAND = shares({ island: 1 });
const OFFICE_FIELDS: Shares = shares({
  land: 0.12,
  construction: 0.12,
  business: 0.21,
  certification: 0.1,
  other: 0.45,
});

/** A person at a touchpoint of an agency of this kind. */
export function meetPerson(kind: AgencyKind, writes: boolean, random: Random): Person {
  const age = draw(AGE, random);
  return {
    traits: {
      age,
      gender: draw(GENDER, random),
      education: draw(EDUCATION[age] ?? NONE, random),
      occupation: draw(OCCUPATION[age] ?? NONE, random),
      residence: draw(RESIDENCE[kind] ?? MIXED_RESIDENCE, random),
      terrain: draw(kind === 'special_zone' ? ISLAND : TERRAIN, random),
      procedure_field: draw(FIELDS[kind] ?? OFFICE_FIELDS, random),
    },
    leaning: random.normal(0, PERSON_DEVIATION),
    reserve: Math.max(0.5, random.normal(1.7, 0.5)),
    doubt: Math.exp(random.normal(0, 0.6)) * (age === 'over_60' ? 1.3 : 0.85),
    straightLiner: random.chance(0.08),
    open: random.chance(0.7),
    writes,
  };
}

/** How each age sees some factors, in standard deviations: the old like the people at the counter, not the screens. */
const AGE_EFFECTS: Record<string, ByCode> = {
  '18_24': { access: 0.1, officials: -0.12 },
  '25_34': { access: 0.05, officials: -0.05, procedures: -0.06 },
  '50_60': { access: -0.08, officials: 0.08 },
  over_60: { access: -0.32, officials: 0.26, results: 0.1 },
};

/** How a person's age moves the satisfaction with a factor, in standard deviations. */
export function ageEffect(person: Person, factor: string): number {
  return AGE_EFFECTS[person.traits.age ?? '']?.[factor] ?? 0;
}

function draw({ codes, weights }: Shares, random: Random): string {
  return codes[random.weightedIndex(weights)] ?? '';
}
