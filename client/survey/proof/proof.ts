// A touchpoint under attack asks for work: it is done in the background, as soon as somebody has begun to answer.
import type { SubmissionInput } from '#domain/submissions.ts';
import type { TouchpointView } from '#domain/touchpoint-view.ts';
import { getJson } from '../../api.ts';
import type { Job } from './worker.ts';
import ProofWorker from './worker.ts?worker';

/** Whoever still waits after the last tap waits no longer than this: without proof the answer counts, too. */
const PATIENCE = 15_000;

const works = new Map<string, Promise<string | null>>();

/** Begins the work for a response where it is asked for. Asking again is harmless. */
export function beginProof({ proof, code }: TouchpointView, id: string): void {
  if (proof && !works.has(id)) works.set(id, prove(code, id));
}

/** The submission with its proof, or without one when there is none in time. */
export async function withProof(view: TouchpointView, submission: SubmissionInput): Promise<SubmissionInput> {
  const { id } = submission;
  if (!view.proof || submission.proof !== undefined) return submission;
  beginProof(view, id);
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
  const proof = await Promise.race([works.get(id), tooLate]);
  return proof ? { ...submission, proof } : submission;
}

async function prove(code: string, id: string): Promise<string | null> {
  try {
    const { challenge } = await getJson<{ challenge: string }>(`/touchpoints/${code}/challenge`);
    return await workOn({ challenge, id });
  } catch {
    // The network is gone, or this browser has no workers; the next tap tries again.
    works.delete(id);
    return null;
  }
}

function workOn(job: Job): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new ProofWorker();
    worker.onmessage = ({ data }: MessageEvent<string>) => {
      worker.terminate();
      resolve(data);
    };
    worker.onerror = reject;
    worker.postMessage(job);
  });
}
