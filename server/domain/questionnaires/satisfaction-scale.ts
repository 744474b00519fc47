import type { Level, Scale } from '../questionnaire.ts';

/** The name under which the built-in questionnaires hold {@link satisfactionScale}. */
export const SATISFACTION = 'satisfaction';

/** The official five levels, in the official order. "Bình thường" does not count as satisfied. */
export const satisfactionScale: Scale = {
  levels: [
    level(1, 'Rất không hài lòng', 'Very dissatisfied', false),
    level(2, 'Không hài lòng', 'Dissatisfied', false),
    level(3, 'Bình thường', 'Neutral', false),
    level(4, 'Hài lòng', 'Satisfied', true),
    level(5, 'Rất hài lòng', 'Very satisfied', true),
  ],
  dontKnow: { vi: 'Không biết / chưa trải nghiệm', en: "Don't know / no experience" },
};

function level(mood: number, vi: string, en: string, satisfied: boolean): Level {
  return { code: String(mood), text: { vi, en }, satisfied, mood, ...(mood <= 2 && { low: true }) };
}
