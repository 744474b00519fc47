// Devices that send without pause, as devices do: several at once, some things twice, some in batches, and again
// whatever got no answer.
import type { SubmissionInput } from '#domain/submissions.ts';
import { Random } from '../../server/demo/random.ts';

const SENDERS = 16;
const BATCH = 10;

export class Load {
  /** What the server has said to be stored, by id. */
  readonly acknowledged = new Map<string, SubmissionInput>();
  /** Answers that must not be: neither stored nor overloaded. */
  readonly refused: string[] = [];
  private readonly source: Iterator<SubmissionInput>;
  private readonly random: Random;
  private unanswered: SubmissionInput[] = [];

  constructor(source: Iterable<SubmissionInput>, seed: number) {
    this.source = source[Symbol.iterator]();
    this.random = new Random(seed);
  }

  /** Sends until the server no longer answers. */
  async run(url: string): Promise<void> {
    await Promise.all(Array.from({ length: SENDERS }, () => this.sendUntilCut(url)));
  }

  /** Sends again what got no answer. */
  async finish(url: string): Promise<void> {
    while (this.unanswered.length > 0) await this.sendBatch(url, this.unanswered.splice(0, 100));
  }

  private async sendUntilCut(url: string): Promise<void> {
    for (;;) {
      const kind = this.random.next();
      const sent = kind < 0.2 ? this.take(BATCH) : this.take(1);
      const [one] = sent;
      if (!one) return;
      try {
        if (kind < 0.2) await this.sendBatch(url, sent);
        else if (kind < 0.3) await Promise.all([this.sendOne(url, one), this.sendOne(url, one)]);
        else await this.sendOne(url, one);
      } catch {
        this.unanswered.push(...sent);
        return;
      }
    }
  }

  private take(count: number): SubmissionInput[] {
    const taken = this.unanswered.splice(0, this.random.chance(0.5) ? count : 0);
    while (taken.length < count) {
      const next = this.source.next();
      if (next.done) break;
      taken.push(next.value);
    }
    return taken;
  }

  private async sendOne(url: string, submission: SubmissionInput): Promise<void> {
    const response = await post(`${url}/api/responses`, submission);
    await response.arrayBuffer();
    this.note(submission, response.status);
  }

  private async sendBatch(url: string, submissions: SubmissionInput[]): Promise<void> {
    const response = await post(`${url}/api/responses/batch`, { responses: submissions });
    const { results } = (await response.json()) as { results: { status: number }[] };
    for (const [index, submission] of submissions.entries())
      this.note(submission, results[index]?.status ?? 0);
  }

  private note(submission: SubmissionInput, status: number): void {
    if (status === 200 || status === 201) this.acknowledged.set(submission.id, submission);
    else if (status === 503) this.unanswered.push(submission);
    else this.refused.push(`${submission.id} was answered with ${status}`);
  }
}

function post(url: string, body: unknown): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
}
