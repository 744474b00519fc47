import type { Questionnaire } from '../questionnaire.ts';
import { full } from './full.ts';
import { oneStop } from './one-stop.ts';
import { short } from './short.ts';

/** The questionnaires that every installation starts with. */
export const BUILT_IN: Questionnaire[] = [oneStop, full, short];
