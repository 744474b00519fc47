// Which manner and which touchpoint the address asks for.
import { normaliseCode } from '#domain/touchpoints.ts';

/** One page at a time on an own phone, or one question at a time on the tablet at the counter. */
export type Manner = 'phone' | 'kiosk';

export interface Address {
  manner: Manner;
  /** As the address has it, empty when it has none; perhaps not a code at all. */
  typed: string;
  /** As stored, or null when what is typed cannot be a code. */
  code: string | null;
}

/** `/s/7KQM-P3XR` or `/kiosk?touchpoint=7KQM-P3XR`. */
export function readAddress({ pathname, search }: Pick<Location, 'pathname' | 'search'>): Address {
  const kiosk = /^\/kiosk\/?$/.test(pathname);
  const typed = kiosk
    ? (new URLSearchParams(search).get('touchpoint') ?? '')
    : (/^\/s\/([^/]*)/.exec(pathname)?.[1] ?? '');
  return { manner: kiosk ? 'kiosk' : 'phone', typed, code: normaliseCode(typed) };
}

/** Where to go with a code that was typed by hand. */
export function addressOf(manner: Manner, code: string): string {
  return manner === 'kiosk' ? `/kiosk?touchpoint=${code}` : `/s/${code}`;
}
