// What changed, in words: value and rank are separate facts, and a rank always carries its denominator and its group.
import type { Writing } from './report.ts';
import { roundRate } from './statistics.ts';

type Words = Pick<Writing, 'say' | 'figures'>;

/** `tăng 1,40 điểm phần trăm`: of the value alone, whatever the rank did. */
export function valueChangeText({ say, figures }: Words, change: number): string {
  const shown = roundRate(change);
  if (shown === 0) return say('change.none');
  return say(shown > 0 ? 'change.up' : 'change.down', { points: figures.points(change) });
}

export interface Place {
  rank: number;
  rankOf: number;
  tied: boolean;
  /** Among which agencies. */
  group: string;
}

/** `48/63 (đồng hạng) trong nhóm …`: a rank never goes without its denominator and its group. */
export function rankText({ say }: Pick<Words, 'say'>, { rank, rankOf, tied, group }: Place): string {
  return say(tied ? 'rank.tied' : 'rank.alone', { rank, of: rankOf, group });
}

/** `giảm 10 bậc`: of the rank alone, whatever the value did. */
export function rankChangeText({ say }: Pick<Words, 'say'>, change: number): string {
  if (change === 0) return say('rank.same');
  return say(change > 0 ? 'rank.up' : 'rank.down', { steps: Math.abs(change) });
}
