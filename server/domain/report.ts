// What a report says, before anything is written: the same content becomes DOCX, XLSX and PDF.
import type { AgencyKind } from './agencies.ts';
import type { Period } from './periods.ts';
import type { Questionnaire } from './questionnaire.ts';
import { annexes } from './report-annexes.ts';
import { type ReportFigures, type ReportLanguage, reportFigures } from './report-figures.ts';
import { letterhead } from './report-letterhead.ts';
import { sections } from './report-sections.ts';
import { agencyName } from './report-sentences.ts';
import { sheets } from './report-sheets.ts';
import { type Standing, standingLine } from './report-standing.ts';
import type { AgencyRow, Results } from './results.ts';
import type { Channel } from './submissions.ts';

/** A number with what it counts; it is rounded only where it is shown. */
export interface Figure {
  value: number;
  /** percent is 0–100, points are percentage points with their sign. */
  as: 'count' | 'percent' | 'points';
}
/** A text may also say that a figure is withheld or does not exist. */
export type Cell = string | Figure;
export interface Row {
  cells: Cell[];
  /** A row that sums up those below it. */
  strong?: boolean;
  /** Goes on from the row above: its first cell is empty, and the two belong on one page. */
  continues?: boolean;
}
export interface Column {
  title: string;
  /** Relative to the other columns, on paper; a spreadsheet's follow from what is in them. */
  width: number;
  /** Holds words and no figures. */
  words: boolean;
}
export interface Table {
  caption: string;
  columns: Column[];
  rows: Row[];
}
export interface Chart {
  caption: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  bars: { label: string; rate: number; low: number; high: number }[];
  /** Percent at the left end of the axis. */
  start: number;
}
export type Block =
  | { kind: 'paragraph' | 'note' | 'heading'; text: string }
  | { kind: 'table'; table: Table }
  | { kind: 'chart'; chart: Chart };
export interface Section {
  heading: string;
  blocks: Block[];
}

/** Whose report it is and who receives it, as Nghị định 30/2020 arranges it. */
export interface Letterhead {
  /** The body above the issuing one; no line where there is none. */
  superior: string[];
  issuer: string[];
  nation: string;
  motto: string;
  number: string;
  placeAndDate: string;
  /** What stands above everything on a demonstration; null otherwise. */
  warning: string | null;
  recipients: string[];
  signature: string[];
}

export interface Report {
  language: ReportLanguage;
  letterhead: Letterhead;
  title: string;
  subject: string[];
  sections: Section[];
  /** Wide tables, to be laid out across. */
  annexes: Section[];
  /** The same figures for a spreadsheet; a table's caption is its sheet's name. */
  sheets: Table[];
}

/** What a report is made of. Days are counted from 1970-01-01; figures are withheld already. */
export interface ReportFacts {
  language: ReportLanguage;
  demo: boolean;
  /** The day on which it is made. */
  today: number;
  province: string;
  /** Whose report: null is the province's department of home affairs. */
  issuer: { name: string; kind: AgencyKind } | null;
  /** The reporting period that the days make up, if they do. */
  period: Period | null;
  from: number;
  to: number;
  previous: { from: number; to: number };
  standing: Standing;
  /** Responses by channel; null where they are not known to the last one. */
  channels: { channel: Channel; n: number }[] | null;
  questionnaire: Questionnaire;
  results: Results;
  /** The same of the days before. */
  before: Results;
  /** The agency's own place among its like; null for the province. */
  place: AgencyRow | null;
  /** The agencies below it. */
  agencies: AgencyRow[];
}

/** A text of the report's language by its key; throws where there is none. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What every part of a report is written with. */
export interface Writing {
  facts: ReportFacts;
  say: Say;
  figures: ReportFigures;
  /** A text of the questionnaire in the report's language. */
  text: (texts: Record<string, string>) => string;
}

/** Writes a report. It states figures and never their causes. */
export function makeReport(facts: ReportFacts, say: Say): Report {
  const { language } = facts;
  const text = (texts: Record<string, string>) =>
    texts[language] ?? texts.vi ?? Object.values(texts)[0] ?? '';
  const writing: Writing = { facts, say, figures: reportFigures(language), text };
  return withoutControls({
    language,
    letterhead: letterhead(writing),
    title: say('title'),
    subject: [say('subject', { agency: agencyName(writing) }), periodLine(writing), standingLine(writing)],
    sections: sections(writing),
    annexes: annexes(writing),
    sheets: sheets(writing),
  });
}

/** `Tháng 11 năm 2026 (từ ngày 15/10/2026 đến ngày 14/11/2026)`, or the days alone. */
function periodLine({ facts: { period, from, to }, say, figures }: Writing): string {
  const days = say('days', { from: figures.day(from), to: figures.day(to) });
  if (!period) return say('daysAlone', { days });
  const { kind, index, year } = period;
  const name =
    kind === 'half'
      ? say(`period.half${index}`, { year })
      : say(`period.${kind}`, { index: kind === 'quarter' ? (QUARTERS[index] ?? index) : index, year });
  return say('periodAndDays', { period: name, days });
}

const QUARTERS = ['', 'I', 'II', 'III', 'IV'];

/** What no XML can hold, and nobody can read, is left out: names may come from anywhere. */
function withoutControls<T>(value: T): T {
  if (typeof value === 'string')
    return value
      .replace(/[\p{Cc}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ' ')
      .trim() as T;
  if (Array.isArray(value)) return value.map(withoutControls) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutControls(each)])) as T;
}
