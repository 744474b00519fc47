// Recordings, for whoever hears a question: the name holds the hash, so that what came once never needs to come again.
import { z } from 'zod';
import { AUDIO_NAME, AUDIO_TYPES, type AudioEnding } from '#domain/audio.ts';
import type { App } from '../app.ts';
import type { Context } from '../context.ts';
import { Failure } from '../errors.ts';
import { findAudio } from './queries.ts';

export function audioRoutes(app: App, { db }: Context): void {
  app.get(
    '/api/audio/:name',
    {
      config: { access: 'public' },
      schema: {
        summary: 'A recording of a question, whole or the part that a player asks for',
        params: z.object({ name: z.string().max(80) }),
        produces: Object.values(AUDIO_TYPES),
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const ending = AUDIO_NAME.exec(name)?.[1] as AudioEnding | undefined;
      const bytes = ending ? await findAudio(db, name) : null;
      if (!ending || !bytes) throw new Failure('not_found', 'unknown_audio');
      reply
        .type(AUDIO_TYPES[ending])
        .header('cache-control', 'public, max-age=31536000, immutable')
        .header('accept-ranges', 'bytes');
      const range = rangeOf(request.headers.range, bytes.length);
      if (range === null) return reply.send(bytes);
      const { from, to } = range;
      if (from > to) return reply.code(416).header('content-range', `bytes */${bytes.length}`).send();
      return reply
        .code(206)
        .header('content-range', `bytes ${from}-${to}/${bytes.length}`)
        .send(bytes.subarray(from, to + 1));
    },
  );
}

/** Of `bytes=0-` or `bytes=100-199`, which is all that players ask for; null for the whole. */
function rangeOf(header: string | undefined, length: number): { from: number; to: number } | null {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header ?? '') ?? [];
  if (first === undefined) return null;
  return { from: Number(first), to: last ? Math.min(Number(last), length - 1) : length - 1 };
}
