// Works beside the page, which stays as quick as it was.
import { findProof } from './work.ts';

export interface Job {
  challenge: string;
  id: string;
}

self.onmessage = ({ data: { challenge, id } }: MessageEvent<Job>) =>
  self.postMessage(findProof(challenge, id));
