// What a browser sends when no program does it: client/survey/plain/ has the form.
import { applicableAnswers, canonicalAnswers, checkAnswers } from '#domain/answers.ts';
import type { Questionnaire } from '#domain/questionnaire.ts';
import { type Answers, questionsOf } from '#domain/questions.ts';
import { type Submission, submissionSchema } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { findQuestionnaire } from '../questionnaires/queries.ts';
import { viewTouchpoint } from '../touchpoints/view.ts';
import type { FormState } from './renderer.ts';

/** Values by field name, in the order sent. */
export type Fields = Map<string, string[]>;

/** A questionnaire has some hundreds of boxes at most. */
const MOST_FIELDS = 1000;
const ANSWER = 'answers.';
/** As in client/survey/plain/fields.ts: a name that invites programs and that no browser fills in by itself. */
const TRAP = 'subject_line';

/**
 * Reads `application/x-www-form-urlencoded`.
 * @throws Failure malformed/malformed when there are too many fields
 */
export function readFields(body: string): Fields {
  const fields: Fields = new Map();
  let count = 0;
  for (const [name, value] of new URLSearchParams(body)) {
    count += 1;
    if (count > MOST_FIELDS) throw new Failure('malformed', 'malformed');
    fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

export interface PostedForm {
  /** What came in the field that no person sees. */
  trap: string;
  /** With the version of the questionnaire that was answered. */
  view: TouchpointView;
  form: FormState;
}

/**
 * Reads what was answered at a touchpoint; whether it is right is for others to say.
 * @throws Failure as `viewTouchpoint` does; malformed/malformed when it is no form of ours
 */
export async function readPostedForm(context: Context, code: string, fields: Fields): Promise<PostedForm> {
  const current = await viewTouchpoint(context, code);
  const only = (name: string) => fields.get(name)?.[0] ?? '';
  const view = await inVersion(context, current, only('questionnaire'));
  const answers = answersIn(view.questionnaire, fields);
  const form = { id: only('id').toLowerCase(), startedAt: only('startedAt'), answers, issues: [] };
  const { id, startedAt } = submissionSchema.shape;
  if (!id.safeParse(form.id).success || !startedAt.safeParse(form.startedAt).success)
    throw new Failure('malformed', 'malformed');
  return { view, form, trap: only(TRAP) };
}

/** A newer version may have been published while somebody answered. */
async function inVersion({ db }: Context, view: TouchpointView, id: string): Promise<TouchpointView> {
  if (id === view.questionnaire.id) return view;
  const other = await findQuestionnaire(db, id);
  if (!other) throw new Failure('malformed', 'malformed');
  return { ...view, questionnaire: { id: other.id, hash: other.hash, ...other.content } };
}

/** The answers as they were given, by question code. */
export function answersIn(questionnaire: Questionnaire, fields: Fields): Answers {
  const types = new Map(questionsOf(questionnaire).map(({ question }) => [question.code, question.type]));
  const answers: [string, string | string[]][] = [];
  for (const [name, values] of fields) {
    if (!name.startsWith(ANSWER)) continue;
    const code = name.slice(ANSWER.length);
    const [first = '', second] = values;
    if (types.get(code) === 'multiple') answers.push([code, values.filter((value) => value !== '')]);
    // Forms send the end of a line as two characters; everywhere else it is one.
    else if (second === undefined) answers.push([code, first.replaceAll('\r\n', '\n')]);
    else answers.push([code, values]);
  }
  return Object.fromEntries(answers.filter(([, given]) => given.length > 0));
}

/**
 * The submission of a form that arrives now; both its times are the server's.
 * @throws Failure invalid/invalid_response when an answer is not even of the right shape
 */
export function submissionOf({ view, form, trap }: PostedForm, locale: string, now: number): Submission {
  const { questionnaire } = view;
  const canonical = canonicalAnswers(questionnaire, form.answers);
  const answeredAt = new Date(now).toISOString();
  const read = submissionSchema.safeParse({
    id: form.id,
    touchpoint: view.code,
    questionnaire: questionnaire.id,
    answers: applicableAnswers(questionnaire, canonical),
    // The server's clock may have been set back meanwhile.
    startedAt: Date.parse(form.startedAt) > now ? answeredAt : form.startedAt,
    answeredAt,
    locale,
    channel: 'web',
    trap,
  });
  if (read.success) return read.data;
  const issues = checkAnswers(questionnaire, canonical);
  throw new Failure('invalid', 'invalid_response', issues);
}
