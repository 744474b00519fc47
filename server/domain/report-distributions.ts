// How answers spread over the levels of a scale and over the options of other questions.
import type { Questionnaire } from './questionnaire.ts';
import { DONT_KNOW, questionsOf } from './questions.ts';
import type { Cell, Row, Table, Writing } from './report.ts';
import { figure, withheldOr } from './report-tables.ts';
import type { CriterionView, PartView, Results } from './results.ts';
import { percentage } from './statistics.ts';

/** One table per part, because each part has a scale of its own: every level with its count and its share. */
export function levelTables(writing: Writing): Table[] {
  return writing.facts.results.parts.map((part) => levelTable(writing, part));
}

function levelTable(writing: Writing, part: PartView): Table {
  const { say, text } = writing;
  const scale = scaleOf(writing, part.code);
  const levels = scale?.levels.map((level) => text(level.text)) ?? [];
  const number = (title: string, width: number) => ({ title, width, words: false });
  const share = number(say('column.share'), 8);
  return {
    caption: say('table.levels', { part: text(part.title) }),
    columns: [
      { title: say('column.criterion'), width: 38, words: true },
      ...levels.flatMap((title) => [number(title, 9), share]),
      number(say('column.answers'), 9),
      ...(scale?.dontKnow ? [number(text(scale.dontKnow), 12)] : []),
    ],
    rows: part.factors.flatMap((factor): Row[] =>
      factor.criteria.map((criterion) => ({
        cells: [
          text(criterion.title),
          ...levelCells(writing, criterion, levels.length, Boolean(scale?.dontKnow)),
        ],
      })),
    ),
  };
}

function scaleOf({ facts: { questionnaire } }: Writing, part: string) {
  const definition = questionnaire.parts.find(({ code }) => code === part);
  return definition && questionnaire.scales[definition.scale];
}

function levelCells(
  writing: Writing,
  { options, n }: CriterionView,
  levels: number,
  dontKnow: boolean,
): Cell[] {
  const counts = options?.map((option) => option.n);
  const count = (index: number) => withheldOr(writing, !counts, counts?.[index] ?? null, 'count');
  const shares = Array.from({ length: levels }, (_, index) => [
    count(index),
    withheldOr(writing, !counts, percentage(counts?.[index] ?? 0, n ?? 0), 'percent'),
  ]);
  return [...shares.flat(), withheldOr(writing, !counts, n, 'count'), ...(dontKnow ? [count(levels)] : [])];
}

type OtherQuestion = Results['questions'][number];

/** The questions outside the tree that anybody answered. */
export function questionTable(writing: Writing): Table {
  const { facts, say } = writing;
  const answered = facts.results.questions.filter(
    ({ hidden, options }) => hidden || options?.some(({ n }) => n > 0),
  );
  return {
    caption: say('table.questions'),
    columns: [
      { title: say('column.question'), width: 50, words: true },
      { title: say('column.option'), width: 40, words: true },
      { title: say('column.count'), width: 10, words: false },
      { title: say('column.share'), width: 10, words: false },
    ],
    rows: answered.flatMap((question): Row[] =>
      optionCells(writing, question).map((cells, index) => ({
        cells: [index === 0 ? questionTitle(writing, question) : '', ...cells],
        continues: index > 0,
      })),
    ),
  };
}

/** The reason for a low answer is asked in the same words after every criterion; here each names its own. */
function questionTitle({ facts, text }: Writing, { code, text: words }: OtherQuestion): string {
  const all = questionsOf(facts.questionnaire);
  const { reasonFor } = all.find(({ question }) => question.code === code) ?? {};
  const criterion = reasonFor && all.find(({ question }) => question.code === reasonFor)?.question;
  return criterion ? `${text(words)} (${text(criterion.text)})` : text(words);
}

/** Shares only where everybody chose one: of several, nobody knows here out of how many. */
function optionCells({ facts, say, text }: Writing, { code, options }: OtherQuestion): Cell[][] {
  if (!options) return [[say('cell.withheld'), say('cell.withheld'), say('cell.withheld')]];
  const all = options.reduce((sum, { n }) => sum + n, 0);
  const several = isMultiple(facts.questionnaire, code);
  return options.map((option) => [
    text(option.text),
    figure(option.n, 'count'),
    several ? say('cell.none') : figure(percentage(option.n, all) ?? 0, 'percent'),
  ]);
}

function isMultiple(questionnaire: Questionnaire, code: string): boolean {
  return questionsOf(questionnaire).some(
    ({ question }) => question.code === code && question.type === 'multiple',
  );
}

/** Every level of every criterion and every option on a line of its own, for a spreadsheet. */
export function distributionSheet(writing: Writing): Table {
  const { facts, say } = writing;
  const keys = ['code', 'question', 'optionCode', 'option', 'count', 'share'] as const;
  const lines: Row[] = [];
  for (const part of facts.results.parts)
    for (const criterion of part.factors.flatMap((factor) => factor.criteria))
      lines.push(...criterionLines(writing, criterion));
  for (const question of facts.results.questions) {
    const shares = optionCells(writing, question);
    const codes = question.options?.map((option) => option.code) ?? [''];
    lines.push(
      ...shares.map((cells, index) => ({
        cells: [question.code, questionTitle(writing, question), codes[index] ?? '', ...cells],
      })),
    );
  }
  return {
    caption: say('sheet.distributions'),
    columns: keys.map((key) => ({
      title: say(`column.${key}`),
      width: 1,
      words: key !== 'count' && key !== 'share',
    })),
    rows: lines,
  };
}

function criterionLines({ say, text }: Writing, { code, title, n, options }: CriterionView): Row[] {
  const withheld = say('cell.withheld');
  if (!options) return [{ cells: [code, text(title), '', withheld, withheld, withheld] }];
  return options.map((option) => {
    const share = option.code === DONT_KNOW ? null : percentage(option.n, n ?? 0);
    return {
      cells: [
        code,
        text(title),
        option.code,
        text(option.text),
        figure(option.n, 'count'),
        share === null ? say('cell.none') : figure(share, 'percent'),
      ],
    };
  });
}
