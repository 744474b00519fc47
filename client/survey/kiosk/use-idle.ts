import { useCallback, useEffect, useRef, useState } from 'react';
import { isReading } from '../reading.ts';

/** Milliseconds without a touch before the tablet asks, and before it forgets. */
const QUIET = 45_000;
export const WARNING = 15_000;

const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'input', 'scroll', 'wheel'];

/**
 * Watches whether anybody is there.
 * @param warning how long to ask before `expire`, in ms; 0 not to ask
 * @returns seconds left while asking, else null; and what to call when somebody answers
 */
export function useIdle(warning: number, expire: () => void): { left: number | null; stay: () => void } {
  const lastSign = useRef(performance.now());
  const [left, setLeft] = useState<number | null>(null);
  const asking = useRef(false);
  asking.current = left !== null;
  const act = useRef(expire);
  act.current = expire;

  const stay = useCallback(() => {
    lastSign.current = performance.now();
    setLeft(null);
  }, []);
  useEffect(() => {
    const sign = () => {
      if (!asking.current) lastSign.current = performance.now();
    };
    for (const event of SIGNS_OF_LIFE) window.addEventListener(event, sign, { capture: true, passive: true });
    return () => {
      for (const event of SIGNS_OF_LIFE) window.removeEventListener(event, sign, { capture: true });
    };
  }, []);
  useEffect(() => {
    const timer = setInterval(() => {
      // Who listens is there.
      if (isReading()) lastSign.current = performance.now();
      const quiet = performance.now() - lastSign.current;
      if (quiet < QUIET) return;
      if (quiet < QUIET + warning) return setLeft(Math.ceil((QUIET + warning - quiet) / 1000));
      stay();
      act.current();
    }, 250);
    return () => clearInterval(timer);
  }, [warning, stay]);
  return { left, stay };
}
