// Pages of ours inside other sites' pages: none may be, but those that are made for it.
import type { FastifyReply } from 'fastify';

const FORBIDDEN = "frame-ancestors 'none'";

/** Lets any site show this one answer in a frame. Never for a page on which somebody is signed in. */
export function allowFraming(reply: FastifyReply): void {
  const policy = String(reply.raw.getHeader('content-security-policy') ?? '');
  if (!policy.includes(FORBIDDEN)) throw new Error('the policy that is to be loosened is not there');
  reply.raw.setHeader('content-security-policy', policy.replace(FORBIDDEN, 'frame-ancestors *'));
  reply.raw.removeHeader('x-frame-options');
}
