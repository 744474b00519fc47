// The tables behind a report, one annex for each kind.
import { RANKING_GROUPS } from './agencies.ts';
import type { Section, Table, Writing } from './report.ts';
import { groupTable } from './report-agencies.ts';
import { levelTables, questionTable } from './report-distributions.ts';
import { checkpointAnnex } from './report-standing.ts';
import { criterionTable } from './report-tables.ts';

/** Those with anything in them, numbered in their order. */
export function annexes(writing: Writing): Section[] {
  const { facts, say } = writing;
  if (facts.results.n === 0 && facts.agencies.every(({ n }) => n === 0)) return [];
  const checkpoint = checkpointAnnex(writing);
  const found: { title: string; tables: Table[] }[] = [
    { title: 'annex.criteria', tables: [criterionTable(writing)] },
    { title: 'annex.levels', tables: levelTables(writing) },
    { title: 'annex.questions', tables: [questionTable(writing)] },
    { title: 'annex.agencies', tables: RANKING_GROUPS.map((group) => groupTable(writing, group)) },
    { title: 'annex.checkpoint', tables: checkpoint ? [checkpoint] : [] },
  ];
  return found
    .map(({ title, tables }) => ({ title, tables: tables.filter(({ rows }) => rows.length > 0) }))
    .filter(({ tables }) => tables.length > 0)
    .map(({ title, tables }, index) => ({
      heading: say('annex.heading', { number: index + 1, title: say(title) }),
      blocks: tables.map((table) => ({ kind: 'table', table })),
    }));
}
