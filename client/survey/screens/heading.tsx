import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** The screen's heading, which takes the focus when the screen comes, so that a screen reader reads from there. */
export function Heading({ children, focus = true }: { children: ReactNode; focus?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // With the screen, not a moment later: whoever is already on the way by keyboard must not be called back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the screen comes
  useLayoutEffect(() => {
    if (!focus) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
