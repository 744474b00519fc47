// The one place where a failure becomes an HTTP answer: RFC 9457 problem+json with a stable code and no prose.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Issue } from '#domain/issues.ts';
import { storageFailure } from '../db/faults.ts';
import { Failure } from '../errors.ts';

/** What Fastify itself refuses, by status. */
const OWN_CODES: Record<number, string> = {
  400: 'malformed',
  404: 'not_found',
  408: 'too_slow',
  413: 'too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'overloaded',
};

export function handleErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) => problem(reply, { status: 404, code: 'not_found', issues: [] }));
  app.setErrorHandler((thrown, request, reply) => problem(reply, understand(thrown, request, reply)));
}

/** What went wrong, as it is told to whoever asked. */
export interface Trouble {
  status: number;
  code: string;
  issues: Issue[];
  more?: Failure['more'];
}

/** Makes sense of whatever was thrown: logs what is the operator's to know, and says when to come back. */
export function understand(thrown: unknown, request: FastifyRequest, reply: FastifyReply): Trouble {
  const error = storageFailure(thrown) ?? (thrown as FastifyError);
  if (error instanceof Failure) {
    if (error.retryAfter !== null) reply.header('retry-after', String(error.retryAfter));
    // A full disk is the operator's to know.
    if (error.cause) request.log.error({ err: error.cause }, error.code);
    return { status: error.status, code: error.code, issues: error.issues, more: error.more };
  }
  if (hasZodFastifySchemaValidationErrors(error))
    return { status: 400, code: 'malformed', issues: error.validation.map(toIssue) };
  const status = error.statusCode ?? 500;
  const own = status < 500 ? OWN_CODES[status] : undefined;
  if (own) return { status, code: own, issues: [] };
  if (status === 503) reply.header('retry-after', '5');
  else request.log.error({ err: error }, 'unexpected');
  return status === 503
    ? { status, code: 'overloaded', issues: [] }
    : { status: 500, code: 'internal', issues: [] };
}

function toIssue(found: { instancePath: string; keyword: string }): Issue {
  return { path: found.instancePath.split('/').filter(Boolean), code: found.keyword };
}

function problem(reply: FastifyReply, { status, code, issues, more }: Trouble): FastifyReply {
  reply.code(status).header('content-type', 'application/problem+json; charset=utf-8');
  // Already a string: a route's response schema describes successes only.
  reply.serializer((body) => body as string);
  return reply.send(JSON.stringify({ status, code, ...(issues.length > 0 && { issues }), ...more }));
}
