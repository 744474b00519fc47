// Remembers for minutes, in memory alone, which browser sent which answers: to mark what is sent again as another
// response. What is kept is a hash under a key that dies with this process; neither token nor answers can be read from
// it, and none of it is ever stored or logged.
import { createHmac, randomBytes } from 'node:crypto';
import { REPEATED_WITHIN_MS } from '#domain/marks.ts';
import type { Submission } from '#domain/submissions.ts';

/** Some 20 MB at the most; beyond it the oldest are forgotten first. */
const MOST = 100_000;

export class RecentAnswers {
  private readonly now: () => number;
  private readonly key = randomBytes(32);
  /** By hash, in the order of arriving. */
  private readonly seen = new Map<string, { id: string; at: number }>();

  constructor(now: () => number) {
    this.now = now;
  }

  /**
   * Whether these answers came lately from the same browser for the same touchpoint as another response; the same
   * response sent again is none. A tablet is used by everybody and has no token: nothing is ever repeated there.
   */
  isRepeated({ id, touchpoint, questionnaire, browser, channel }: Submission, answers: string): boolean {
    if (!browser || channel !== 'web') return false;
    this.forget();
    const hash = this.hash([browser, touchpoint, questionnaire, answers]);
    const before = this.seen.get(hash);
    if (before?.id === id) return false;
    this.seen.delete(hash);
    this.seen.set(hash, { id, at: this.now() });
    return before !== undefined;
  }

  private hash(parts: string[]): string {
    return createHmac('sha256', this.key).update(JSON.stringify(parts)).digest('base64');
  }

  private forget(): void {
    const oldest = this.now() - REPEATED_WITHIN_MS;
    for (const [hash, { at }] of this.seen) {
      if (at > oldest && this.seen.size < MOST) return;
      this.seen.delete(hash);
    }
  }
}
