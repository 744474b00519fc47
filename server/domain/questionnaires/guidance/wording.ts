// Short hands for writing guidance: Vietnamese first, then English.
import type { Texts } from '../../questionnaire.ts';

/** What a criterion means to those whose work is rated by it. */
export interface Guidance {
  /** What the respondent is asked, in plain words. */
  asks: Texts;
  /** What usually makes people less satisfied. */
  lowers: Texts;
  /** What usually helps, without much money or a new rule. */
  helps: Texts;
}

type Pair = [vi: string, en: string];

export function guidance(asks: Pair, lowers: Pair, helps: Pair): Guidance {
  const texts = ([vi, en]: Pair): Texts => ({ vi, en });
  return { asks: texts(asks), lowers: texts(lowers), helps: texts(helps) };
}
