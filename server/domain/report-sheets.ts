// A report as a spreadsheet: summary, agencies, criteria, distributions, codebook, method.
import { DONT_KNOW, questionsOf } from './questions.ts';
import type { Cell, Row, Table, Writing } from './report.ts';
import { agencySheet } from './report-agencies.ts';
import { distributionSheet } from './report-distributions.ts';
import { methodTexts } from './report-sections.ts';
import { checkpointAnnex, lateTexts, standingLine } from './report-standing.ts';
import { criterionTable, figure, withheldOr } from './report-tables.ts';

export function sheets(writing: Writing): Table[] {
  const { say } = writing;
  const checkpoint = checkpointAnnex(writing);
  return [
    summary(writing),
    agencySheet(writing),
    { ...criterionTable(writing), caption: say('sheet.criteria') },
    distributionSheet(writing),
    codebook(writing),
    {
      caption: say('sheet.method'),
      columns: [{ title: say('sheet.method'), width: 1, words: true }],
      rows: [...methodTexts(writing), ...lateTexts(writing)].map((text) => ({ cells: [text] })),
    },
    ...(checkpoint ? [{ ...checkpoint, caption: say('sheet.checkpoint') }] : []),
  ];
}

function summary(writing: Writing): Table {
  const { facts, say, figures } = writing;
  const { results, before, place, from, to, previous } = facts;
  const { overall, marked } = results;
  const shown = (value: number | null | undefined, as: 'count' | 'percent' | 'points') =>
    withheldOr(writing, overall.hidden, value ?? null, as);
  const days = (range: { from: number; to: number }) =>
    `${figures.day(range.from)} – ${figures.day(range.to)}`;
  const change =
    overall.rate === null || before.overall.rate === null ? null : overall.rate - before.overall.rate;
  const rank = place?.rank ?? null;
  const lines: [string, Cell][] = [
    ['agency', results.agency.name],
    ['days', days({ from, to })],
    ['previousDays', days(previous)],
    ['standing', standingLine(writing)],
    ['questionnaire', results.questionnaire.id],
    ['rule', say(`rule.${results.aggregation}`)],
    ['responses', figure(results.n, 'count')],
    ...channelLines(writing),
    ['required', withheldOr(writing, false, results.required, 'count')],
    ['people', figure(overall.people, 'count')],
    ['answers', shown(overall.n, 'count')],
    ['satisfied', shown(overall.satisfied, 'count')],
    ['rate', shown(overall.rate, 'percent')],
    ['low', shown(overall.interval?.low, 'percent')],
    ['high', shown(overall.interval?.high, 'percent')],
    ['previousRate', withheldOr(writing, before.overall.hidden, before.overall.rate, 'percent')],
    ['valueChange', shown(change, 'points')],
    ...(place && rank !== null
      ? [
          ['group', say(`group.${place.group}`)] satisfies [string, Cell],
          ['rank', figure(rank, 'count')] satisfies [string, Cell],
          ['rankOf', figure(place.rankOf, 'count')] satisfies [string, Cell],
          [
            'rankChange',
            place.rankChange === null ? say('cell.none') : figure(place.rankChange, 'count'),
          ] satisfies [string, Cell],
        ]
      : []),
    ['marked', figure(marked.n, 'count')],
    [
      'withoutMarked',
      marked.n === 0
        ? say('cell.none')
        : withheldOr(writing, marked.rateWithout === null, marked.rateWithout, 'percent'),
    ],
    ...lateLines(writing),
    ['note', say('method.sipas')],
  ];
  return {
    caption: say('sheet.summary'),
    columns: [
      { title: say('column.what'), width: 1, words: true },
      { title: say('column.value'), width: 1, words: false },
    ],
    rows: lines.map(([key, cell]) => ({ cells: [say(`column.${key}`), cell] })),
  };
}

function channelLines({ facts: { channels } }: Writing): [string, Cell][] {
  return (channels ?? []).map(({ channel, n }) => [`channel.${channel}`, figure(n, 'count')]);
}

/** What came after closing, which is in none of the other figures. */
function lateLines(writing: Writing): [string, Cell][] {
  const { standing } = writing.facts;
  if (standing.kind === 'provisional' || !standing.late) return [];
  const { n, rate, rateWith } = standing.late;
  const shown = (value: number | null) => withheldOr(writing, n > 0 && value === null, value, 'percent');
  return [
    ['late', figure(n, 'count')],
    ['lateRate', shown(rate)],
    ['rateWithLate', shown(rateWith)],
  ];
}

/** The codes that the sheets use, with their words and whether a level counts as satisfied. */
function codebook(writing: Writing): Table {
  const { facts, say, text } = writing;
  const { questionnaire } = facts;
  const yesOrNo = (satisfied: boolean) => say(satisfied ? 'cell.yes' : 'cell.no');
  const rows: Row[] = [];
  for (const { question } of questionsOf(questionnaire)) {
    rows.push({ cells: [question.code, '', text(question.text), ''], strong: true });
    if (question.type === 'text') continue;
    const line = (code: string, words: Record<string, string>, satisfied: string) =>
      rows.push({ cells: [question.code, code, text(words), satisfied] });
    if (question.type !== 'rating') {
      for (const option of question.options) line(option.code, option.text, '');
      continue;
    }
    const scale = questionnaire.scales[question.scale];
    for (const level of scale?.levels ?? []) line(level.code, level.text, yesOrNo(level.satisfied));
    if (scale?.dontKnow) line(DONT_KNOW, scale.dontKnow, say('cell.notCounted'));
  }
  return {
    caption: say('sheet.codebook'),
    columns: ['code', 'optionCode', 'text', 'countsAsSatisfied'].map((key) => ({
      title: say(`column.${key}`),
      width: 1,
      words: true,
    })),
    rows,
  };
}
