// The factual part of a report: what was asked, the rate and what moved, factors, agencies, and what looks odd.
import { RANKING_GROUPS } from './agencies.ts';
import type { Block, Section, Writing } from './report.ts';
import { groupChart, groupTable } from './report-agencies.ts';
import {
  agencyName,
  groupText,
  markedTexts,
  overallTexts,
  placeText,
  strongestAndWeakest,
} from './report-sentences.ts';
import { channelTexts, lateTexts, requiredTexts, standingText } from './report-standing.ts';
import { factorChart, factorTable } from './report-tables.ts';

const paragraphs = (texts: string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));

export function sections(writing: Writing): Section[] {
  const { facts, say } = writing;
  const late = paragraphs(lateTexts(writing));
  const written = [
    { heading: 'method', blocks: paragraphs(methodTexts(writing)) },
    { heading: 'overall', blocks: overallBlocks(writing) },
    { heading: 'factors', blocks: factorBlocks(writing) },
    ...(facts.agencies.length > 0 ? [{ heading: 'agencies', blocks: agencyBlocks(writing) }] : []),
    { heading: 'integrity', blocks: paragraphs(markedTexts(writing)) },
    ...(late.length > 0 ? [{ heading: 'late', blocks: late }] : []),
    { heading: 'remarks', blocks: [{ kind: 'note' as const, text: say('remarks') }] },
  ];
  return written.map(({ heading, blocks }, index) => ({
    heading: `${ROMAN[index]}. ${say(`section.${heading}`)}`,
    blocks,
  }));
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'];

/** What the figures are, by which rule, and what is withheld. */
export function methodTexts(writing: Writing): string[] {
  const { facts, say, figures, text } = writing;
  const { results, questionnaire } = facts;
  const others = results.questionnaires.filter(({ id }) => id !== results.questionnaire.id);
  const withOthers = others.map(({ id, responses }) => `${id}: ${figures.count(responses)}`).join('; ');
  const withBelow = facts.place !== null && facts.agencies.length > 0;
  const unfinished = facts.to >= facts.today;
  return [
    say(withBelow ? 'method.sampleBelow' : 'method.sample', {
      n: figures.count(results.n),
      title: text(questionnaire.title),
      id: results.questionnaire.id,
      from: figures.day(facts.from),
      to: figures.day(facts.to),
      agency: agencyName(writing),
    }),
    ...channelTexts(writing),
    ...requiredTexts(writing),
    standingText(writing),
    ...(unfinished ? [say('method.unfinished', { day: figures.day(facts.today) })] : []),
    ...(others.length > 0 ? [say('method.others', { others: withOthers })] : []),
    say('method.sipas'),
    say('method.rule', { rule: say(`rule.${results.aggregation}`) }),
    say('method.interval'),
    say('method.withheld'),
    ...(facts.agencies.length > 0 || facts.place ? [say('method.rank')] : []),
  ];
}

function overallBlocks(writing: Writing): Block[] {
  const { facts } = writing;
  const place = facts.place ? [placeText(writing, facts.place)] : [];
  return paragraphs([...overallTexts(writing), ...place]);
}

function factorBlocks(writing: Writing): Block[] {
  const chart = factorChart(writing);
  return [
    ...paragraphs(strongestAndWeakest(writing)),
    ...(chart ? [{ kind: 'chart' as const, chart }] : []),
    { kind: 'table', table: factorTable(writing) },
  ];
}

function agencyBlocks(writing: Writing): Block[] {
  return RANKING_GROUPS.flatMap((group): Block[] => {
    const table = groupTable(writing, group);
    if (table.rows.length === 0) return [];
    const chart = groupChart(writing, group);
    return [
      { kind: 'heading', text: writing.say(`group.${group}`) },
      ...paragraphs(groupText(writing, group)),
      ...(chart ? [{ kind: 'chart' as const, chart }] : []),
    ];
  });
}
