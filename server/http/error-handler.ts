// The one place where a failure becomes an HTTP answer: RFC 9457 problem+json with a stable code and no prose.
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
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
  app.setNotFoundHandler((_request, reply) => problem(reply, 404, 'not_found'));
  app.setErrorHandler((thrown: FastifyError, request, reply) => {
    const error = storageFailure(thrown) ?? thrown;
    if (error instanceof Failure) {
      if (error.kind === 'overloaded') reply.header('retry-after', '5');
      // A full disk is the operator's to know.
      if (error.cause) request.log.error({ err: error.cause }, error.code);
      return problem(reply, error.status, error.code, error.issues);
    }
    if (hasZodFastifySchemaValidationErrors(error))
      return problem(reply, 400, 'malformed', error.validation.map(toIssue));
    const status = error.statusCode ?? 500;
    if (status < 500 && OWN_CODES[status]) return problem(reply, status, OWN_CODES[status]);
    if (status === 503) return problem(reply.header('retry-after', '5'), 503, 'overloaded');
    request.log.error({ err: error }, 'unexpected');
    return problem(reply, 500, 'internal');
  });
}

function toIssue(found: { instancePath: string; keyword: string }): Issue {
  return { path: found.instancePath.split('/').filter(Boolean), code: found.keyword };
}

function problem(reply: FastifyReply, status: number, code: string, issues: Issue[] = []): FastifyReply {
  reply.code(status).header('content-type', 'application/problem+json; charset=utf-8');
  // Already a string: a route's response schema describes successes only.
  reply.serializer((body) => body as string);
  return reply.send(JSON.stringify(issues.length > 0 ? { status, code, issues } : { status, code }));
}
