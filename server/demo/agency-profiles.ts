// How good and how busy each agency of the demo truly is.
import type { AgencyKind } from '#domain/agencies.ts';
import type { Random } from './random.ts';

/** Satisfactions in standard deviations of one answer: 0.52 means 70 % satisfied, 1.08 86 %, 1.88 97 %. */
export interface AgencyProfile {
  kind: AgencyKind;
  level: number;
  /** Change from the first to the last day. */
  trend: number;
  /** Strengths and weaknesses by factor, around the common ones. */
  factors: Map<string, number>;
  /** In no particular unit. */
  volume: number;
}

const LOWEST = 0.52;
const HIGHEST = 1.88;

const VOLUME: Record<AgencyKind, number> = {
  province: 1,
  department: 0.8,
  ward: 1.5,
  commune: 0.9,
  special_zone: 0.5,
  branch: 1.3,
  service_unit: 1.2,
};

/** What all agencies share: attitude is seldom the trouble, petitions and premises more often. */
const COMMON: Record<string, number> = {
  access: -0.1,
  procedures: 0.02,
  officials: 0.16,
  results: 0.04,
  feedback: -0.2,
};

export function makeProfile(kind: AgencyKind, factors: Iterable<string>, random: Random): AgencyProfile {
  const level = Math.min(HIGHEST, Math.max(LOWEST, random.normal(1.13, 0.3)));
  return {
    kind,
    level,
    trend: random.normal(0.04, 0.15),
    factors: new Map([...factors].map((factor) => [factor, (COMMON[factor] ?? 0) + random.normal(0, 0.1)])),
    volume: VOLUME[kind] * Math.exp(random.normal(0, 0.85)),
  };
}
