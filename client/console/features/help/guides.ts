// The guides of docs/huong-dan, fetched when one is opened.
import type { Block } from './guide.ts';

const FILES = import.meta.glob<Block[]>('../../../../docs/huong-dan/*.md', { import: 'default' });

/** In the order in which somebody new needs them; each has words at `help.guides.<name>`. */
export const GUIDES = ['in-ma-qr', 'dat-may-tinh-bang', 'tao-tai-khoan', 'tu-so-lieu-den-bao-cao'] as const;
export type GuideName = (typeof GUIDES)[number];

export function isGuide(name: string): name is GuideName {
  return GUIDES.some((guide) => guide === name);
}

export function readGuide(name: GuideName): Promise<Block[]> {
  const file = Object.keys(FILES).find((path) => path.endsWith(`/${name}.md`));
  const load = file ? FILES[file] : undefined;
  if (!load) throw new Error(`there is no guide ${name}`);
  return load();
}
