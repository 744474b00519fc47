// State of a page that is kept in its address, so that a link, a reload and the way back show the same.
import { type NavigateOptions, useSearchParams } from 'react-router';

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
