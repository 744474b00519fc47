// Sentences of a report. Each states figures that anybody can count again; none says why.
import type { RankingGroup } from './agencies.ts';
import type { Writing } from './report.ts';
import { rankedIn } from './report-agencies.ts';
import { rankChangeText, rankText, valueChangeText } from './report-changes.ts';
import type { AgencyRow, CriterionView, ScoreView } from './results.ts';
import { type Interval, percentage } from './statistics.ts';

/** How many criteria are named as the strongest and as the weakest, at most. */
const NAMED = 3;

/** The agency as it stands in a sentence; of a province, what is measured are its agencies. */
export function agencyName({ facts, say }: Pick<Writing, 'facts' | 'say'>): string {
  const { name, kind } = facts.results.agency;
  if (kind !== 'province') return name;
  return say('provinceAgencies', { province: inSentence(name) });
}

/** A province's name begins small within a sentence: it is its kind that comes first. */
export const inSentence = (province: string): string =>
  province.replace(/^(Tỉnh|Thành phố)(?=\s)/, (kind) => kind.toLocaleLowerCase('vi'));

/** The rate with its interval, and what moved since the days before. */
export function overallTexts(writing: Writing): string[] {
  const { facts, say, figures } = writing;
  const { results } = facts;
  const { overall } = results;
  const agency = agencyName(writing);
  if (results.n === 0) return [say('overall.nobody')];
  if (overall.hidden) return [say('overall.withheld', { agency })];
  if (overall.rate === null || !overall.interval) return [say('overall.noAnswers')];
  const rate = say('overall.rate', {
    agency,
    rate: figures.percent(overall.rate),
    interval: figures.interval(overall.interval),
    people: figures.count(overall.people),
    satisfied: figures.count(overall.satisfied ?? 0),
    answers: figures.count(overall.n ?? 0),
  });
  return [overall.weak ? `${rate} ${say('overall.weak')}` : rate, changeText(writing)];
}

function changeText({ facts, say, figures }: Writing): string {
  const { results, before, previous } = facts;
  const range = { from: figures.day(previous.from), to: figures.day(previous.to) };
  const [now, then] = [results.overall, before.overall];
  if (then.hidden) return say('change.withheld', range);
  if (now.rate === null || then.rate === null) return say('change.unknown', range);
  const moved = say('change.value', {
    ...range,
    before: figures.percent(then.rate),
    change: valueChangeText({ say, figures }, now.rate - then.rate),
  });
  const weak = now.weak || then.weak ? ` ${say('change.weak')}` : '';
  return `${moved} ${say(overlap(now, then) ? 'change.overlapping' : 'change.apart')}${weak}`;
}

function overlap(a: Pick<ScoreView, 'interval'>, b: Pick<ScoreView, 'interval'>): boolean {
  return !a.interval || !b.interval || touching(a.interval, b.interval);
}
const touching = (a: Interval, b: Interval) => a.low <= b.high && b.low <= a.high;

/** The agency's own place among its like. */
export function placeText(writing: Writing, row: AgencyRow): string {
  const { say } = writing;
  const group = say(`group.${row.group}`);
  if (row.rank === null) return say('rank.none', { agency: row.name, group });
  const { rank, rankOf, tied, previous, rankChange } = row;
  const place = say('rank.place', {
    agency: row.name,
    place: rankText(writing, { rank, rankOf, tied, group }),
  });
  if (rankChange === null || previous.rank === null) return `${place} ${say('rank.noPrevious')}`;
  const before = { rank: previous.rank, of: previous.rankOf };
  const moved = say('rank.change', { change: rankChangeText(writing, rankChange), ...before });
  return `${place} ${moved}`;
}

/** Factors and criteria at both ends, of those that enough people answered. */
export function strongestAndWeakest(writing: Writing): string[] {
  const { facts, say } = writing;
  const factors = facts.results.parts.flatMap((part) => part.factors);
  const criteria = factors.flatMap((factor) => factor.criteria);
  const known = criteria.filter(hasEnough);
  if (facts.results.n === 0) return [];
  if (known.length < 2) return [say('criteria.tooFew')];
  return [
    ...ends(writing, factors.filter(hasEnough), 'factors', 1),
    ...ends(writing, known, 'criteria', NAMED),
  ];
}

type Rated = (ScoreView | CriterionView) & { rate: number };
const hasEnough = <T extends ScoreView>(node: T): node is T & Rated =>
  !node.hidden && !node.weak && node.rate !== null;

function ends(writing: Writing, nodes: Rated[], noun: 'factors' | 'criteria', most: number): string[] {
  const { say, figures, text } = writing;
  const sorted = [...nodes].sort((a, b) => b.rate - a.rate);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last || nodes.length < 2) return [];
  if (first.rate === last.rate)
    return [say(`${noun}.same`, { n: nodes.length, rate: figures.percent(first.rate) })];
  const take = Math.min(most, Math.floor(sorted.length / 2));
  const name = (node: Rated) => `“${text(node.title).replace(/\.$/, '')}” (${figures.percent(node.rate)})`;
  const named = (some: Rated[]) => some.map(name).join('; ');
  const strongest = sorted.slice(0, take);
  const floor = strongest.at(-1)?.rate ?? 0;
  // Whoever is as strong as one named strong is not weak.
  const weakest = sorted
    .slice(-take)
    .reverse()
    .filter(({ rate }) => rate < floor);
  return [say(`${noun}.ends`, { strongest: named(strongest), weakest: named(weakest) })];
}

/** Who leads and who closes a group, and how many cannot be told apart from its first. */
export function groupText(writing: Writing, group: RankingGroup): string[] {
  const { facts, say, figures } = writing;
  const all = facts.agencies.filter((row) => row.group === group);
  const ranked = rankedIn(facts.agencies, group);
  const counts = { all: all.length, ranked: ranked.length, group: say(`group.${group}`) };
  const [first, last] = [ranked[0], ranked.at(-1)];
  if (!first || !last) return [say('agencies.none', counts)];
  const named = (row: AgencyRow) =>
    say('agencies.named', {
      agency: row.name,
      rate: figures.percent(row.rate ?? 0),
      place: [
        say(row.tied ? 'rank.shortTied' : 'rank.short', { rank: row.rank ?? 0, of: row.rankOf }),
        ...(row.weak ? [say('weak')] : []),
      ].join(', '),
    });
  const alike = ranked.filter((row) => row !== first && overlap(row, first)).length;
  return [
    say('agencies.count', counts),
    ...(ranked.length > 1 ? [say('agencies.ends', { first: named(first), last: named(last) })] : []),
    ...(ranked.length > 1
      ? [say(alike > 0 ? 'agencies.alike' : 'agencies.apart', { n: alike, agency: first.name })]
      : []),
  ];
}

/** What looks odd about the responses, with the rate with and without them. */
export function markedTexts({ facts, say, figures }: Writing): string[] {
  const { n, marked, overall } = facts.results;
  if (n === 0) return [say('marked.nobody')];
  if (marked.n === 0) return [say('marked.none')];
  const count = say('marked.count', {
    marked: figures.count(marked.n),
    n: figures.count(n),
    share: figures.percent(percentage(marked.n, n) ?? 0),
  });
  if (overall.rate === null || marked.rateWithout === null) return [count, say('marked.withheld')];
  const both = say('marked.both', {
    rate: figures.percent(overall.rate),
    without: figures.percent(marked.rateWithout),
    change: valueChangeText({ say, figures }, marked.rateWithout - overall.rate),
  });
  return [count, both];
}
