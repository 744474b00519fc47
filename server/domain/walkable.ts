// Makes a misshapen questionnaire walkable, so that the checks of its meaning can show what else is wrong with it.
import type { Questionnaire } from './questionnaire.ts';

type Fields = Record<string, unknown>;

/** A copy in which every list is a list and every entry an object; places in the input stay what they are. */
export function walkable(input: unknown): Questionnaire {
  const top = fields(input);
  return {
    ...top,
    languages: list(top.languages, String),
    scales: Object.fromEntries(Object.entries(fields(top.scales)).map(([name, it]) => [name, scale(it)])),
    practice: top.practice === undefined ? undefined : fields(top.practice),
    before: list(top.before, block),
    parts: list(top.parts, part),
    reasons: top.reasons === undefined ? undefined : question(top.reasons),
    after: list(top.after, block),
  } as unknown as Questionnaire;
}

function scale(input: unknown) {
  const it = fields(input);
  return { ...it, levels: list(it.levels, fields) };
}

function block(input: unknown) {
  const it = fields(input);
  return { ...it, questions: list(it.questions, question) };
}

function part(input: unknown) {
  const it = fields(input);
  return { ...it, factors: list(it.factors, factor) };
}

function factor(input: unknown) {
  const it = fields(input);
  return { ...it, criteria: list(it.criteria, question) };
}

function question(input: unknown) {
  const it = fields(input);
  return { ...it, options: list(it.options, fields), visibleWhen: list(it.visibleWhen, condition) };
}

function condition(input: unknown) {
  const it = fields(input);
  return { ...it, oneOf: list(it.oneOf, String) };
}

function fields(value: unknown): Fields {
  return value && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
}

function list<T>(value: unknown, read: (item: unknown) => T): T[] {
  return Array.isArray(value) ? value.map((item) => read(item)) : [];
}
