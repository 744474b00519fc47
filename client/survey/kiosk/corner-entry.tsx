import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const HOLD = 3000;

/** A place on the start screen that shows nothing: held for three seconds, or pressed by keyboard, it asks for the code. */
export function CornerEntry({ open }: { open: () => void }) {
  const { t } = useTranslation('kiosk');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const letGo = () => clearTimeout(timer.current);
  const hold = () => {
    letGo();
    timer.current = setTimeout(open, HOLD);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  // A click without a finger or mouse comes from a keyboard or a screen reader, which cannot hold.
  const click = ({ detail }: MouseEvent) => detail === 0 && open();
  const press = (event: KeyboardEvent) => {
    // Enter would press the button of the screen that comes, too.
    if (event.key !== 'Enter' || event.repeat) return;
    event.preventDefault();
    open();
  };
  return (
    <button
      type="button"
      className="corner-entry"
      aria-label={t('corner.entry')}
      onPointerDown={hold}
      onPointerUp={letGo}
      onPointerLeave={letGo}
      onPointerCancel={letGo}
      onClick={click}
      onKeyDown={press}
    />
  );
}
