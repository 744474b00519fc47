// When a tablet has been silent for too long.

/** A day: no counter is closed for longer without a week-end or a holiday, and a heartbeat comes every few minutes. */
const SILENT_MS = 86_400_000;

/**
 * Whether a tablet in use has said nothing for longer than a day; one that was just paired has a day to begin.
 * @param now ms since the epoch
 */
export function isSilent(
  device: { state: string; pairedAt: string; lastSeenAt: string | null },
  now: number,
): boolean {
  return device.state === 'active' && now - Date.parse(device.lastSeenAt ?? device.pairedAt) > SILENT_MS;
}
