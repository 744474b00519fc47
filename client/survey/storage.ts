// The browser's storage, which may be absent, full or forbidden: then the page works on without it.

export type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** This tab's own storage. */
export function tabStorage(): Keeper | null {
  return attempt(() => window.sessionStorage);
}

export function readFrom<T>(storage: Keeper | null, key: string): T | null {
  return attempt(() => JSON.parse(storage?.getItem(key) ?? 'null') as T | null);
}

export function writeTo(storage: Keeper | null, key: string, value: unknown): void {
  attempt(() => storage?.setItem(key, JSON.stringify(value)));
}

export function removeFrom(storage: Keeper | null, key: string): void {
  attempt(() => storage?.removeItem(key));
}

export function keysOf(storage: Keeper | null, prefix: string): string[] {
  const all = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
  return all.filter((key) => key.startsWith(prefix));
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
