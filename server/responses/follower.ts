// Follows the log: does something with each response that was stored, in order, a page at a time.

interface Steps {
  /** The place in the log after which to go on. */
  begin: () => Promise<number>;
  /** Deals with the page after a place. @returns where it ended, and whether there may be more */
  next: (seq: number) => Promise<{ seq: number; more: boolean }>;
}

/** One at a time in this process; of several processes that follow, what each does must be harmless to do twice. */
export class Follower {
  private readonly steps: Steps;
  private running: Promise<void> | null = null;
  private seq: number | null = null;
  private stopped = false;

  constructor(steps: Steps) {
    this.steps = steps;
  }

  /** Resolves when everything stored before the call is dealt with. */
  async catchUp(): Promise<void> {
    // A run under way may have read the log before the last response was stored: wait for it, then look again.
    if (this.running) await this.running.catch(() => {});
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    await this.running;
  }

  /** Ends with the page that is being dealt with. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running?.catch(() => {});
    this.stopped = false;
  }

  private async run(): Promise<void> {
    this.seq ??= await this.steps.begin();
    for (let more = true; more && !this.stopped; ) {
      const reached = await this.steps.next(this.seq);
      this.seq = reached.seq;
      more = reached.more;
      // Lets requests in between two pages.
      if (more) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
