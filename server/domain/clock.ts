// When something was answered, given a device clock that may be wrong by minutes or years.

/** A tablet keeps answers for 30 days without a network; twice that is believed. */
const OLDEST = 60 * 86_400_000;

/**
 * The instant of answering by the server's clock. All times are ms since the epoch.
 * @param answered by the device's clock
 * @param sent the device's clock when it sent, if it said so: the difference to `received` is its error
 * @param received by the server's clock
 * @returns `received` where the result would lie in the future or further back than anything waits
 */
export function correctedTime(answered: number, sent: number | undefined, received: number): number {
  const corrected = answered + (sent === undefined ? 0 : received - sent);
  return corrected > received || corrected < received - OLDEST ? received : corrected;
}
