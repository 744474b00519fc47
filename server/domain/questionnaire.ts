import { z } from 'zod';
import { AUDIO_NAME, spokenPlaces } from './audio.ts';
import type { Issue } from './issues.ts';
import { DONT_KNOW, OVERALL, optionCodes, questionsOf } from './questions.ts';
import { walkable } from './walkable.ts';

// "constructor" is what every JavaScript object already answers to; as a code it would be found where it is not.
const code = z.string().regex(/^(?!constructor$)[a-z0-9][a-z0-9_-]{0,39}$/, 'bad_code');
const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,8})?$/, 'bad_language');
const texts = z.record(language, z.string().trim().min(1).max(2000));

const option = z.strictObject({ code, text: texts });

/** Shown only when every condition holds; a condition looks at a question that stands earlier. */
const condition = z.strictObject({ question: code, oneOf: z.array(code).min(1) });

/** Recordings that read the words aloud, by language: names of stored files; see `audio.ts`. */
const audio = z.record(language, z.string().regex(AUDIO_NAME, 'bad_audio'));

const asked = {
  code,
  text: texts,
  audio: audio.optional(),
  required: z.boolean().optional(),
  visibleWhen: z.array(condition).min(1).optional(),
};
const ratingQuestion = z.strictObject({ type: z.literal('rating'), ...asked, scale: code });
const singleQuestion = z.strictObject({
  type: z.literal('single'),
  ...asked,
  options: z.array(option).min(2).max(60),
});
const multipleQuestion = z.strictObject({
  type: z.literal('multiple'),
  ...asked,
  options: z.array(option).min(1).max(60),
  atMost: z.int().min(1).optional(),
});
const textQuestion = z.strictObject({
  type: z.literal('text'),
  ...asked,
  maxLength: z.int().min(1).max(5000),
});
const question = z.discriminatedUnion('type', [
  ratingQuestion,
  singleQuestion,
  multipleQuestion,
  textQuestion,
]);

const block = z.strictObject({
  code,
  title: texts,
  note: texts.optional(),
  questions: z.array(question).min(1),
});

const level = z.strictObject({
  code,
  text: texts,
  /** Counts as satisfied in every rate. */
  satisfied: z.boolean(),
  /** So unhappy that the respondent may say why, where the questionnaire offers reasons. */
  low: z.boolean().optional(),
  /** Face and colour, 1 the unhappiest to 5 the happiest; absent on scales that are not about a feeling. */
  mood: z.int().min(1).max(5).optional(),
});
const scale = z.strictObject({
  levels: z.array(level).min(2).max(11),
  dontKnow: texts.optional(),
});

const criterion = z.strictObject(asked);
const factor = z.strictObject({ code, title: texts, criteria: z.array(criterion).min(1) });
const part = z.strictObject({
  code,
  title: texts,
  scale: code,
  weight: z.number().positive().optional(),
  factors: z.array(factor).min(1),
});

/** Asked after each criterion that got a low level; optional, one of the options, never part of a rate. */
const reasons = z.strictObject({
  text: texts,
  audio: audio.optional(),
  options: z.array(option).min(2).max(12),
});

/** An easy question to try the means of answering on; it has no code, so that no answer to it can be kept. */
const practice = z.strictObject({ text: texts, audio: audio.optional(), scale: code });

export const AGGREGATIONS = [
  'pooled_answers',
  'mean_of_criteria',
  'mean_of_factors',
  'weighted_parts',
] as const;

/** The shape of a questionnaire; {@link readQuestionnaire} also checks what it means. */
export const questionnaireSchema = z.strictObject({
  code,
  version: z.int().min(1),
  aggregation: z.enum(AGGREGATIONS),
  /** The first is the one whose wording is official. */
  languages: z.array(language).min(1),
  title: texts,
  scales: z.record(code, scale),
  practice: practice.optional(),
  /** Asked before and after the measured parts; never part of a rate. */
  before: z.array(block),
  parts: z.array(part).min(1),
  reasons: reasons.optional(),
  after: z.array(block),
});

export type Texts = z.infer<typeof texts>;
export type Option = z.infer<typeof option>;
export type Scale = z.infer<typeof scale>;
export type Level = z.infer<typeof level>;
export type Question = z.infer<typeof question>;
export type Block = z.infer<typeof block>;
export type Criterion = z.infer<typeof criterion>;
export type Factor = z.infer<typeof factor>;
export type Part = z.infer<typeof part>;
export type Aggregation = (typeof AGGREGATIONS)[number];
/** What citizens are asked and how it counts: data, never code. Published versions never change. */
export type Questionnaire = z.infer<typeof questionnaireSchema>;

type Report = (path: PropertyKey[], code: string) => void;

/**
 * Reads a questionnaire from parsed JSON, such as a file written by hand.
 * @returns the questionnaire, or every fault with its place (`parts.0.factors.2.criteria.1.text.en`)
 * and a stable code; never throws on bad input.
 */
export function readQuestionnaire(
  input: unknown,
): { ok: true; questionnaire: Questionnaire } | { ok: false; issues: Issue[] } {
  const result = questionnaireSchema.safeParse(input, { reportInput: true });
  const shape = result.success ? [] : result.error.issues.flatMap(toIssues);
  const meaning = meaningIssues(result.success ? result.data : walkable(input));
  const issues = [...shape, ...meaning.filter(({ path }) => !isWithin(path, shape))];
  if (result.success && issues.length === 0) return { ok: true, questionnaire: result.data };
  return { ok: false, issues };
}

/** Whether the place, or one around it, is misshapen: what it means cannot be judged then. */
function isWithin(path: Issue['path'], shape: Issue[]): boolean {
  return shape.some((found) => found.path.length > 0 && found.path.every((step, at) => step === path[at]));
}

/** What the shape alone cannot say. */
function meaningIssues(questionnaire: Questionnaire): Issue[] {
  const issues: Issue[] = [];
  const report: Report = (path, code) => issues.push({ path: path.map(plainStep), code });
  checkLanguages(questionnaire, report);
  checkAudio(questionnaire, report);
  checkScales(questionnaire, report);
  checkCodes(questionnaire, report);
  checkReasons(questionnaire, report);
  checkConditions(questionnaire, report);
  checkWeights(questionnaire, report);
  return issues;
}

const plainStep = (step: PropertyKey) => (typeof step === 'symbol' ? String(step) : step);

function toIssues(found: z.core.$ZodIssue): Issue[] {
  const path = found.path.map(plainStep);
  if (found.code === 'unrecognized_keys')
    return found.keys.map((key) => ({ path: [...path, key], code: 'unknown_field' }));
  if (found.code === 'invalid_format') return [{ path, code: found.message }];
  if (found.code === 'invalid_key') return [{ path, code: found.issues[0]?.message ?? 'bad_key' }];
  if (found.code === 'invalid_union') return [{ path: [...path], code: 'unknown_type' }];
  return [{ path, code: found.input === undefined ? 'missing' : found.code }];
}

function checkLanguages(questionnaire: Questionnaire, report: Report): void {
  const languages = questionnaire.languages.filter((lang) => language.safeParse(lang).success);
  const walk = (value: unknown, path: PropertyKey[]): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        walk(item, [...path, index]);
      });
    } else if (value && typeof value === 'object') {
      for (const [key, child] of Object.entries(value)) {
        const place = [...path, key];
        // A scale may bear any name, "text" too.
        const isScale = path.length === 1 && path[0] === 'scales';
        if (TEXT_FIELDS.has(key) && !isScale) inEveryLanguage(child, place);
        else walk(child, place);
      }
    }
  };
  const inEveryLanguage = (texts: unknown, path: PropertyKey[]) => {
    if (!texts || typeof texts !== 'object') return;
    for (const lang of languages) if (!Object.hasOwn(texts, lang)) report([...path, lang], 'missing_text');
  };
  walk(questionnaire, []);
}
const TEXT_FIELDS = new Set(['text', 'title', 'note', 'dontKnow']);

/** Nobody could ever hear a recording in a language that is not offered. */
function checkAudio(questionnaire: Questionnaire, report: Report): void {
  for (const { spoken, path } of spokenPlaces(questionnaire))
    for (const lang of Object.keys(spoken.audio ?? {}))
      if (!questionnaire.languages.includes(lang)) report([...path, 'audio', lang], 'unknown_language');
}

function checkScales(questionnaire: Questionnaire, report: Report): void {
  for (const [name, { levels }] of Object.entries(questionnaire.scales)) {
    const seen = new Set<string>([DONT_KNOW]);
    levels.forEach((item, index) => {
      if (seen.has(item.code)) report(['scales', name, 'levels', index, 'code'], 'duplicate_code');
      seen.add(item.code);
    });
  }
  questionnaire.parts.forEach((item, index) => {
    if (!questionnaire.scales[item.scale]) report(['parts', index, 'scale'], 'unknown_scale');
  });
  const { practice } = questionnaire;
  if (practice && !questionnaire.scales[practice.scale]) report(['practice', 'scale'], 'unknown_scale');
  for (const name of new Set(questionnaire.parts.map((item) => item.scale))) {
    const levels = questionnaire.scales[name]?.levels;
    if (levels && new Set(levels.map((step) => step.satisfied)).size === 1)
      report(['scales', name, 'levels'], 'satisfied_levels');
  }
  for (const [side, blocks] of sides(questionnaire))
    blocks.forEach((item, at) => {
      item.questions.forEach((asked, index) => {
        if (asked.type === 'rating' && !questionnaire.scales[asked.scale])
          report([side, at, 'questions', index, 'scale'], 'unknown_scale');
      });
    });
}

function checkReasons({ reasons, scales, parts }: Questionnaire, report: Report): void {
  for (const [name, { levels }] of Object.entries(scales))
    levels.forEach(({ low, satisfied }, index) => {
      if (low && satisfied) report(['scales', name, 'levels', index, 'low'], 'low_and_satisfied');
    });
  if (!reasons) return;
  checkOptions(reasons.options, ['reasons'], report);
  const measured = new Set(parts.map(({ scale }) => scale));
  for (const name of measured)
    if (scales[name] && !scales[name].levels.some(({ low }) => low))
      report(['scales', name, 'levels'], 'no_low_level');
}

function checkOptions(options: Option[], path: PropertyKey[], report: Report): void {
  const seen = new Set<string>();
  options.forEach((choice, index) => {
    if (seen.has(choice.code)) report([...path, 'options', index, 'code'], 'duplicate_code');
    seen.add(choice.code);
  });
}

/** Codes of parts, factors, blocks and questions share one namespace, so that a path or a column is never ambiguous. */
function checkCodes(questionnaire: Questionnaire, report: Report): void {
  const seen = new Set<string>([OVERALL]);
  const claim = (value: string, path: PropertyKey[]) => {
    if (seen.has(value)) report([...path, 'code'], 'duplicate_code');
    seen.add(value);
  };
  for (const { question: asked, path } of writtenQuestions(questionnaire)) {
    claim(asked.code, path);
    if (asked.type === 'single' || asked.type === 'multiple') checkOptions(asked.options, path, report);
  }
  questionnaire.parts.forEach((item, p) => {
    claim(item.code, ['parts', p]);
    item.factors.forEach((child, f) => {
      claim(child.code, ['parts', p, 'factors', f]);
    });
  });
  for (const [side, blocks] of sides(questionnaire))
    blocks.forEach((item, index) => {
      claim(item.code, [side, index]);
    });
}

function checkConditions(questionnaire: Questionnaire, report: Report): void {
  const earlier = new Map<string, Set<string>>();
  const all = writtenQuestions(questionnaire);
  const everywhere = new Set(all.map(({ question: asked }) => asked.code));
  for (const { question: asked, path } of all) {
    asked.visibleWhen?.forEach((rule, index) => {
      const place = [...path, 'visibleWhen', index];
      const options = earlier.get(rule.question);
      if (!options) {
        const late = everywhere.has(rule.question);
        report([...place, 'question'], late ? 'looks_ahead' : 'unknown_question');
        return;
      }
      rule.oneOf.forEach((choice, at) => {
        if (!options.has(choice)) report([...place, 'oneOf', at], 'unknown_option');
      });
    });
    earlier.set(asked.code, new Set(optionCodes(questionnaire, asked)));
  }
}

function checkWeights(questionnaire: Questionnaire, report: Report): void {
  if (questionnaire.aggregation !== 'weighted_parts') return;
  questionnaire.parts.forEach((item, index) => {
    if (item.weight === undefined) report(['parts', index, 'weight'], 'missing_weight');
  });
}

/** Without those that {@link questionsOf} derives: faults belong to what somebody wrote. */
function writtenQuestions(questionnaire: Questionnaire) {
  return questionsOf(questionnaire).filter(({ reasonFor }) => reasonFor === undefined);
}

function sides(questionnaire: Questionnaire): ['before' | 'after', Block[]][] {
  return [
    ['before', questionnaire.before],
    ['after', questionnaire.after],
  ];
}
