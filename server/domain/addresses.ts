// Where somebody may be led on to.

const ELSEWHERE = /[\\\p{Cc}]|\/\//u;

/** A path of the console that was asked for, or its first page: never another site's, however it is spelled. */
export function safeNext(asked: string | null | undefined): string {
  return asked && /^\/app(\/|\?|$)/.test(asked) && !ELSEWHERE.test(asked) ? asked : '/app';
}
