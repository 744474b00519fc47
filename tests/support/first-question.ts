// When the first question shows on an old phone with a bad line: 400 kbit/s, 400 ms round trips, a 4× slowed processor.
import type { Browser } from '@playwright/test';

const LINE = { bitsPerSecond: 400_000, roundTripMs: 400 };
const SLOWER = 4;
/** Name, connection, encryption (TLS 1.3), request: what somebody waits for who was never here before. */
const ROUND_TRIPS = 4;
/** A server sends this much before it has to wait for the first word back (RFC 6928). */
export const FIRST_FLIGHT = 14_600;

/**
 * Opens the page with nothing kept from before.
 * @returns ms from the start of the navigation to the first frame in which the first question stands on the screen,
 *   without `newcomerExtraMs`
 */
export async function timeFirstQuestion(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    isMobile: true,
    locale: 'vi-VN',
  });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LINE.roundTripMs,
      downloadThroughput: LINE.bitsPerSecond / 8,
      uploadThroughput: LINE.bitsPerSecond / 8,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await page.addInitScript(watchForQuestion);
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => 'firstQuestionAt' in window);
    return await page.evaluate(() => (window as unknown as { firstQuestionAt: number }).firstQuestionAt);
  } finally {
    await context.close();
  }
}

/** What the line costs whoever comes for the first time, when all that is needed comes in one flight. */
export function lineMs(bytes: number): number {
  return newcomerExtraMs() + LINE.roundTripMs + (bytes * 8 * 1000) / LINE.bitsPerSecond;
}

/** Looking up the name, connecting and encrypting, of which this machine's own line has nothing. */
export function newcomerExtraMs(): number {
  return (ROUND_TRIPS - 1) * LINE.roundTripMs;
}

/** Runs in the page, before anything of it. */
function watchForQuestion(): void {
  const look = () => {
    const shown = document.querySelector('fieldset label')?.getBoundingClientRect();
    if (!shown || shown.height === 0 || shown.top >= window.innerHeight) return requestAnimationFrame(look);
    // The frame that holds it is on the screen when the next one begins.
    return requestAnimationFrame((now) => Object.assign(window, { firstQuestionAt: now }));
  };
  requestAnimationFrame(look);
}
