import { TRAP } from './fields.ts';

/** The field that nobody sees: only programs that fill in everything write in it. */
export function Trap() {
  return (
    <p hidden>
      <input type="text" name={TRAP} tabIndex={-1} autoComplete="off" aria-hidden="true" />
    </p>
  );
}
