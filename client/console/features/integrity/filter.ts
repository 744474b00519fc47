// Which days and agency the findings are about, kept in the page's address.
import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { dayOf, formatDay, parseDay } from '#domain/days.ts';
import type { FindingsFilter } from './queries.ts';

/** Days back from today, today among them; the longest is the server's limit. */
export const PRESETS = { weeks: 28, quarter: 92 } as const;
export type Preset = keyof typeof PRESETS;

/** The days of a preset. @param today as days since 1970-01-01 */
export function presetDays(preset: Preset, today: number): { from: string; to: string } {
  return { from: formatDay(today - PRESETS[preset] + 1), to: formatDay(today) };
}

/** What an address asks for; days that are not given, or in the wrong order, are put right. */
export function findingsFilter(params: URLSearchParams, today: number): FindingsFilter {
  const usual = presetDays('weeks', today);
  const given = (name: string) => {
    const day = params.get(name) ?? '';
    return Number.isNaN(parseDay(day)) ? null : day;
  };
  const [from, to] = [given('from') ?? usual.from, given('to') ?? usual.to];
  const days = from <= to ? { from, to } : { from: to, to: from };
  return { ...days, agency: params.get('agency') };
}

/** Whether it is more than the server looks through at a time. */
export function isTooLong({ from, to }: FindingsFilter): boolean {
  return parseDay(to) - parseDay(from) >= PRESETS.quarter;
}

/** Of many days as many of the latest as can be looked through at a time. */
export function latestDays({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const longest = presetDays('quarter', parseDay(to));
  return from < longest.from ? longest : { from, to };
}

export function useFindingsFilter(): FindingsFilter {
  const [params] = useSearchParams();
  const today = dayOf(Date.now());
  return useMemo(() => findingsFilter(params, today), [params, today]);
}
