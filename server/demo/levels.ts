// From an inner satisfaction to a level of whatever scale a questionnaire uses.
import type { Level, Scale } from '#domain/questionnaire.ts';
import type { Random } from './random.ts';

/** The level codes of a scale, going away from the line between content and not content. */
export interface Ladder {
  satisfied: string[];
  unsatisfied: string[];
}

/** How much less satisfaction it takes to go one level further down. */
const STEP = 0.75;

export function ladderOf(scale: Scale): Ladder {
  const rising = fromWorstToBest(scale.levels);
  const codes = (levels: Level[]) => levels.map((level) => level.code);
  return {
    satisfied: codes(rising.filter((level) => level.satisfied)),
    unsatisfied: codes(rising.filter((level) => !level.satisfied)).reverse(),
  };
}

function fromWorstToBest(levels: Level[]): Level[] {
  if (levels.every((level) => level.mood !== undefined))
    return [...levels].sort((a, b) => (a.mood ?? 0) - (b.mood ?? 0));
  return levels[0]?.satisfied ? [...levels].reverse() : levels;
}

/**
 * The level that a person says.
 * @param satisfaction in standard deviations; 0 is the line between content and not content
 * @param reserve how much satisfaction it takes to say one level more than just content
 */
export function levelFor(ladder: Ladder, satisfaction: number, reserve: number, random: Random): string {
  const { satisfied, unsatisfied } = ladder;
  if (satisfied.length === 0 || unsatisfied.length === 0)
    // Not a scale of feelings (how much of a thing is wanted): the first levels are the likelier ones.
    return random.pick([...satisfied, ...unsatisfied].slice(random.chance(0.4) ? 0 : -2));
  const [levels, steps] =
    satisfaction >= 0 ? [satisfied, satisfaction / reserve] : [unsatisfied, -satisfaction / STEP];
  return levels[Math.min(Math.floor(steps), levels.length - 1)] ?? '';
}
