/** The part of a kept file that a player asks for: `bytes=0-` or `bytes=100-199`; the whole file for anything else. */
export async function partOf(whole: Response, range: string): Promise<Response> {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
  if (first === undefined) return whole;
  const blob = await whole.blob();
  const from = Number(first);
  const to = last ? Math.min(Number(last), blob.size - 1) : blob.size - 1;
  const all = `bytes */${blob.size}`;
  if (from > to) return new Response(null, { status: 416, headers: { 'content-range': all } });
  return new Response(blob.slice(from, to + 1, blob.type), {
    status: 206,
    headers: {
      'content-type': blob.type,
      'content-length': String(to - from + 1),
      'content-range': `bytes ${from}-${to}/${blob.size}`,
    },
  });
}
