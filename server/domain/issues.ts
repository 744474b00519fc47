/**
 * One thing wrong with something that was sent: the place, as steps into the input, and a stable code.
 * Never prose; whoever shows it translates `issues.<code>`.
 */
export interface Issue {
  path: (string | number)[];
  code: string;
}
