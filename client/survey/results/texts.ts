// The words of the page of results, and figures as its language writes them.
import { useTranslation } from 'react-i18next';
import { parseDay } from '#domain/days.ts';
import type { Texts } from '#domain/questionnaire.ts';
import { type ReportFigures, reportFigures } from '#domain/report-figures.ts';
import { FIRST_LANGUAGE } from '../../i18n.ts';
import { textIn } from '../wording.ts';

/** Figures of a language that reports are not written in are Vietnamese ones. */
export function useFigures(): ReportFigures & { isoDay: (iso: string) => string } {
  const { i18n } = useTranslation('public');
  const figures = reportFigures(i18n.language === 'en' ? 'en' : 'vi');
  return { ...figures, isoDay: (iso) => figures.day(parseDay(iso.slice(0, 10))) };
}

/** `Tháng 11/2026` for `2026-month-11`. */
export function usePeriodName(): (key: string) => string {
  const { t } = useTranslation('public');
  return (key) => {
    const [year, kind, index] = key.split('-');
    return t([`period.${kind}_${index}`, `period.${kind}`], { year, index });
  };
}

/** Says texts of the questionnaire. */
export function useTitle(): (texts: Texts) => string {
  const { i18n } = useTranslation('public');
  return (texts) => textIn(texts, i18n.language, FIRST_LANGUAGE);
}
