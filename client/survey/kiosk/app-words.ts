// What the page and its service worker say to each other.
export const TAKE_OVER = 'take over';
export const SYNC = 'outbox';
