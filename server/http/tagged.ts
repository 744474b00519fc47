// Answers that are the same for everybody and may be kept for a while.
import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Sends a text with a tag of its content; whoever has it already hears only that it is still the same. */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  content: string,
  freshSeconds: number,
): FastifyReply {
  const tag = `W/"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  reply.header('cache-control', `public, max-age=${freshSeconds}`).header('etag', tag);
  const known = request.headers['if-none-match']?.split(/\s*,\s*/).includes(tag);
  return known && reply.statusCode === 200 ? reply.code(304).send() : reply.send(content);
}
