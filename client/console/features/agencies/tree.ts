// The tree of agencies as lines one below the other: what is unfolded, or what was searched for.
import { AGENCY_KINDS } from '#domain/agencies.ts';
import { searchKey } from '#domain/search.ts';
import type { Agency } from './queries.ts';

export interface Line {
  agency: Agency;
  /** 0 is the top. */
  depth: number;
  /** Those below it that are listed. */
  children: number;
  unfolded: boolean;
  /** Its place among those with the same parent, and their number. */
  position: number;
  siblings: number;
}

export interface Wanted {
  /** Words without diacritics; `''` shows the tree. */
  query: string;
  kind: string;
  /** Closed ones, too. */
  closed: boolean;
}

export interface Forest {
  roots: Agency[];
  childrenOf: Map<string, Agency[]>;
  byId: Map<string, Agency>;
  keys: Map<string, string>;
}

const vietnamese = new Intl.Collator('vi', { numeric: true });

/** Sorts agencies into their tree once: by kind, then in Vietnamese order. */
export function growForest(agencies: readonly Agency[]): Forest {
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  const sorted = [...agencies].sort(
    (a, b) =>
      AGENCY_KINDS.indexOf(a.kind) - AGENCY_KINDS.indexOf(b.kind) || vietnamese.compare(a.name, b.name),
  );
  const childrenOf = new Map<string, Agency[]>();
  const roots: Agency[] = [];
  for (const agency of sorted) {
    // Whoever sees only a part of the tree does not see the parent of its top.
    if (agency.parentId === null || !byId.has(agency.parentId)) roots.push(agency);
    else {
      const siblings = childrenOf.get(agency.parentId);
      if (siblings) siblings.push(agency);
      else childrenOf.set(agency.parentId, [agency]);
    }
  }
  const keyOf = ({ name, nameEn, unitCode, agencyCode }: Agency) =>
    searchKey([name, nameEn, unitCode, agencyCode].filter(Boolean).join(' '));
  return { roots, childrenOf, byId, keys: new Map(agencies.map((agency) => [agency.id, keyOf(agency)])) };
}

/** The lines to show: the unfolded tree, or one flat list of what fits the words and the kind. */
export function linesOf(
  forest: Forest,
  wanted: Wanted,
  unfolded: ReadonlySet<string>,
  isOpen: (agency: Agency) => boolean,
): Line[] {
  const lines: Line[] = [];
  const listed = (agencies: readonly Agency[] = []) =>
    wanted.closed ? agencies : agencies.filter((agency) => isOpen(agency));
  if (wanted.query.trim() !== '' || wanted.kind !== '') return searched(forest, wanted, listed);
  const add = (agencies: readonly Agency[], depth: number) => {
    for (const [index, agency] of agencies.entries()) {
      const children = listed(forest.childrenOf.get(agency.id));
      const open = unfolded.has(agency.id) && children.length > 0;
      const place = { position: index + 1, siblings: agencies.length };
      lines.push({ agency, depth, children: children.length, unfolded: open, ...place });
      if (open) add(children, depth + 1);
    }
  };
  add(listed(forest.roots), 0);
  return lines;
}

function searched(
  { byId, keys }: Forest,
  { query, kind }: Wanted,
  listed: (agencies: readonly Agency[]) => readonly Agency[],
): Line[] {
  const words = searchKey(query).split(' ');
  const fits = ({ id, kind: own }: Agency) =>
    (kind === '' || own === kind) && words.every((word) => keys.get(id)?.includes(word));
  const found = listed([...byId.values()]).filter(fits);
  found.sort((a, b) => vietnamese.compare(a.name, b.name));
  return found.map((agency, index) => ({
    agency,
    depth: 0,
    children: 0,
    unfolded: false,
    position: index + 1,
    siblings: found.length,
  }));
}
