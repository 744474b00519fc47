/** Of this app, as the console shows it: the bundler names this file after its content. */
export const VERSION = /-([\w-]{8})\.js/.exec(import.meta.url)?.[1] ?? 'dev';
