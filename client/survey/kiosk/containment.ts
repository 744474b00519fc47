// Nothing but the questionnaire: back button, links, menus, dragging, pinching and printing lead nowhere.

/** Entries kept below the page, so that several taps on "back" at once do not get past it. */
const DEPTH = 8;

/** @returns what lets go again */
export function containVisitor(): () => void {
  const releases = [
    trapHistory(),
    listen(document, 'contextmenu', refuse),
    listen(document, 'dragstart', refuse),
    listen(document, 'dragover', refuse),
    listen(document, 'drop', refuse),
    listen(document, 'click', refuseLinks),
    listen(document, 'auxclick', refuseLinks),
    listen(document, 'wheel', (event) => (event as WheelEvent).ctrlKey && refuse(event)),
    listen(document, 'gesturestart', refuse),
    listen(window, 'pageshow', beginAnew),
  ];
  document.documentElement.classList.add('contained');
  return () => {
    document.documentElement.classList.remove('contained');
    for (const release of releases) release();
  };
}

function listen(target: EventTarget, event: string, act: (event: Event) => void): () => void {
  const options = { capture: true, passive: false };
  target.addEventListener(event, act, options);
  return () => target.removeEventListener(event, act, options);
}

function refuse(event: Event): void {
  event.preventDefault();
}

/** A download that the app itself offers is no way out. */
function refuseLinks(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link && !link.download) event.preventDefault();
}

/** A page that the browser kept as it was, to show it again after "forward", would show the answers of whoever left it. */
function beginAnew(event: Event): void {
  if ((event as PageTransitionEvent).persisted) window.location.reload();
}

/** Whoever goes back is brought forward again; the address stays, and no entry knows anything. */
function trapHistory(): () => void {
  const climb = () => {
    const { step = 0 } = (window.history.state ?? {}) as { step?: number };
    for (let next = step + 1; next <= DEPTH; next++) window.history.pushState({ step: next }, '');
  };
  climb();
  return listen(window, 'popstate', climb);
}

/** What a person may leave behind in the page itself. */
export function wipePage(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  window.getSelection()?.removeAllRanges();
  window.scrollTo(0, 0);
  try {
    window.sessionStorage.clear();
  } catch {
    // Forbidden: then nothing is in it.
  }
}
