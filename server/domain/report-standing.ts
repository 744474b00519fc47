// What the figures of a report are worth: provisional, or closed with a signed head of the ledger; and what came late.
import { dayOf } from './days.ts';
import type { Table, Writing } from './report.ts';
import { valueChangeText } from './report-changes.ts';
import type { Rate } from './statistics.ts';

export type Standing =
  | {
      kind: 'provisional';
      /** Not closed; closed and not published, so that the agency does not see it yet; closed without these figures. */
      why: 'open' | 'unpublished' | 'not_covered';
    }
  | ClosedStanding;

export interface ClosedStanding {
  kind: 'closed';
  /** Which closing of the period. */
  number: number;
  /** Ms since the epoch. */
  closedAt: number;
  /** Responses in the ledger at that moment, and its head signed over just so many. */
  ledgerSize: number;
  checkpoint: string;
  /** Answered within the period, received afterwards; rates are null where few were. */
  late: { n: number; rate: Rate; rateWith: Rate } | null;
}

/** Stands under the title: nobody shall take provisional figures for closed ones. */
export function standingLine({ facts: { standing }, say, figures }: Writing): string {
  if (standing.kind === 'provisional') return say(`standing.${standing.why}`);
  return say('standing.closed', { day: figures.day(dayOf(standing.closedAt)) });
}

/** The same in a sentence. */
export function standingText({ facts, say, figures }: Writing): string {
  const { standing, today } = facts;
  if (standing.kind === 'provisional') return say(`method.${standing.why}`, { day: figures.day(today) });
  return say('method.closed', {
    number: standing.number,
    day: figures.day(dayOf(standing.closedAt)),
    time: figures.clock(standing.closedAt),
    size: figures.count(standing.ledgerSize),
  });
}

/** What came in after closing, apart from everything else. */
export function lateTexts({ facts, say, figures }: Writing): string[] {
  const { standing, results, today } = facts;
  if (standing.kind === 'provisional' || !standing.late) return [];
  const { n, rate, rateWith } = standing.late;
  const day = figures.day(today);
  if (n === 0) return [say('late.none', { day })];
  const count = say('late.some', { n: figures.count(n), day });
  const closed = results.overall.rate;
  if (rate === null || rateWith === null || closed === null) return [count, say('late.withheld')];
  const rates = say('late.rates', {
    rate: figures.percent(rate),
    with: figures.percent(rateWith),
    change: valueChangeText({ say, figures }, rateWith - closed),
  });
  return [count, rates];
}

/** The signed head of the ledger, line by line as it is checked. */
export function checkpointAnnex({ facts: { standing }, say }: Writing): Table | null {
  if (standing.kind === 'provisional') return null;
  const lines = standing.checkpoint.split('\n').filter((line) => line !== '');
  return {
    caption: say('table.checkpoint'),
    columns: [
      { title: say('column.line'), width: 8, words: true },
      { title: say('column.content'), width: 92, words: true },
    ],
    rows: lines.map((line, index) => ({ cells: [String(index + 1), line] })),
  };
}

/** Whether enough people answered; nothing where nobody knows how many are served. */
export function requiredTexts({ facts: { results }, say, figures }: Writing): string[] {
  const { n, required } = results;
  if (required === null) return [];
  const enough = n >= required ? 'method.enough' : 'method.tooFew';
  return [say(enough, { required: figures.count(required), n: figures.count(n) })];
}

/** How people answered, in one sentence; nothing where that is not known. */
export function channelTexts({ facts: { channels }, say, figures }: Writing): string[] {
  const used = (channels ?? []).filter(({ n }) => n > 0);
  if (used.length === 0) return [];
  const named = used.map(({ channel, n }) =>
    say('method.channel', { channel: say(`channel.${channel}`), n: figures.count(n) }),
  );
  return [say('method.channels', { channels: named.join('; ') })];
}
