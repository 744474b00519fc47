import type { Say } from '#domain/report.ts';
import type { ReportLanguage } from '#domain/report-figures.ts';
import en from '../locales/en/reports.json' with { type: 'json' };
import vi from '../locales/vi/reports.json' with { type: 'json' };

const WORDS: Record<ReportLanguage, Record<string, string>> = { vi, en };

/**
 * The words of reports in a language.
 * @throws Error, when called, for a key or a value that is missing: no report shall go out with a hole
 */
export function sayIn(language: ReportLanguage): Say {
  return (key, values = {}) => {
    const words = WORDS[language][key];
    if (words === undefined) throw new Error(`reports.json (${language}) has no words for ${key}`);
    return words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`${key} needs ${name}`);
      return String(value);
    });
  };
}
