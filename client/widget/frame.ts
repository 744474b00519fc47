// Inside the frame: the site around it does not hear the keyboard.
import { CLOSE } from './message.ts';

if (window.parent !== window)
  window.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) window.parent.postMessage(CLOSE, '*');
  });
