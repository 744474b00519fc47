// The addresses of the page of results: all that somebody chose stands in them.
import { FIRST_LANGUAGE } from '../../i18n.ts';

/** What every page is told. */
export interface Place {
  language: string;
  demo: boolean;
}

/** What somebody asked for. */
export interface Asked {
  /** Key of a period; none is the newest. */
  period?: string | undefined;
  /** Looks for agencies. */
  q?: string | undefined;
}

export function resultsAddress({ period, q }: Asked, language: string): string {
  const search = new URLSearchParams({
    ...(period && { period }),
    ...(q && { q }),
    ...(language !== FIRST_LANGUAGE && { lang: language }),
  });
  return search.size === 0 ? '/results' : `/results?${search}`;
}
