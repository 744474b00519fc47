// What a tab or the service worker tells the other tabs: that answers have gone. Nothing of them is said.
const CHANNEL = 'lang-nghe-sent';

export function tellSent(): void {
  // Older browsers of tablets lack it; their other tabs see it with the next pulse.
  const channel = globalThis.BroadcastChannel && new BroadcastChannel(CHANNEL);
  channel?.postMessage(null);
  channel?.close();
}

/** @returns what ends it */
export function onSent(listener: () => void): () => void {
  const channel = globalThis.BroadcastChannel && new BroadcastChannel(CHANNEL);
  channel?.addEventListener('message', listener);
  return () => channel?.close();
}
