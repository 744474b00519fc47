import { expect, it } from 'vitest';
import { isSilent } from '#domain/silence.ts';

const NOW = Date.parse('2026-11-20T03:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

it.each([
  ['active', 100, 23.9, false],
  ['active', 100, 24.1, true],
  ['active', 23, null, false],
  ['active', 25, null, true],
  ['revoked', 100, 50, false],
] as const)(
  'a tablet that is %s, paired %s h and last seen %s h ago is silent: %s',
  (state, paired, seen, silent) => {
    const lastSeenAt = seen === null ? null : hoursAgo(seen);
    expect(isSilent({ state, pairedAt: hoursAgo(paired), lastSeenAt }, NOW)).toBe(silent);
  },
);
