// What the form that needs no program calls its parts. Codes of questions hold no dot, so that no code can be taken
// for a field of another kind.
const ANSWER = 'answers.';

/** The form's id; nothing else in a page has it. */
export const PLAIN_FORM = 'survey';
/** What follows the first page. */
export const REST = 'rest';

/** A field that nobody sees, reaches or is read: what is in it was written by a program. */
export const TRAP = 'subject_line';

export const fieldName = (question: string) => ANSWER + question;

/** The question that a field answers, or null. */
export const questionOf = (field: string) => (field.startsWith(ANSWER) ? field.slice(ANSWER.length) : null);
