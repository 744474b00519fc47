// State of a page that is kept in its address, so that a link, a reload and the way back show the same.
import { useEffect, useState } from 'react';
import { type NavigateOptions, useLocation, useNavigationType, useSearchParams } from 'react-router';

/** A change of the address: a value sets a parameter, null takes it out. */
export type Changes = Record<string, string | null>;

/** Parameters with some changed; the others stay. */
export function withChanges(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(changes)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** Changes the address of the page. */
export function useChange(options?: NavigateOptions) {
  const [, setParams] = useSearchParams();
  // From the address itself: parameters as last drawn may lag behind two quick changes, and one would be lost.
  return (changes: Changes) =>
    setParams(withChanges(new URLSearchParams(window.location.search), changes), options);
}

/**
 * A text that somebody types, kept in the address too. The letters are kept here: an address that follows behind would
 * lose some to a Vietnamese keyboard. A link or the way back, which never come from typing, bring their own text.
 * @param name its parameter
 */
export function useTyped(name: string): [text: string, setText: (text: string) => void] {
  const [params] = useSearchParams();
  const { key } = useLocation();
  const typing = useNavigationType() === 'REPLACE';
  const given = params.get(name) ?? '';
  const [text, setText] = useState(given);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another place in the history brings another text
  useEffect(() => {
    if (!typing) setText(given);
  }, [key]);
  return [text, setText];
}
