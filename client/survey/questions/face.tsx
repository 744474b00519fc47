const MOUTHS = [
  'M15 36 Q24 22 33 36',
  'M16 34 Q24 27 32 34',
  'M16 32 H32',
  'M16 30 Q24 37 32 30',
  'M14 28 Q24 43 34 28 Z',
];
const BROWS: Record<number, string> = { 1: 'M12 14 L20 18 M36 14 L28 18' };

/** A face from 1, the unhappiest, to 5, the happiest: told apart by its mouth, not only by its colour. */
export function Face({ mood }: { mood: number }) {
  const brows = BROWS[mood];
  return (
    <svg viewBox="0 0 48 48" aria-hidden="true">
      <circle cx="24" cy="24" r="21" className="skin" />
      <circle cx="17" cy="20" r="2.6" className="eye" />
      <circle cx="31" cy="20" r="2.6" className="eye" />
      {brows && <path d={brows} className="line" />}
      <path d={MOUTHS[mood - 1] ?? MOUTHS[2]} className={mood === 5 ? 'line laugh' : 'line'} />
    </svg>
  );
}
