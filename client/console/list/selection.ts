// Which rows a list shows, and in which order.
import type { ReactNode } from 'react';
import { searchKey } from '#domain/search.ts';

export type Value = string | number | null;

/** A column of a list: what it sorts by, what is read, and how it looks. */
export interface Column<Row> {
  /** Stands in the page's address when the list is sorted by it. */
  id: string;
  title: string;
  /** What sorts and, without `text`, what is searched and exported; null is nothing and comes last. */
  value: (row: Row) => Value;
  /** What is shown, searched and exported where that is not the value itself: a date, the name of a state. */
  text?: (row: Row) => string;
  /** What is shown where text alone will not do. */
  cell?: (row: Row) => ReactNode;
  /** Begins at its large end when sorted: dates and figures. */
  descendingFirst?: boolean;
  /** Stands only in the export. */
  exportOnly?: boolean;
  /** Nobody sorts by it. */
  unsorted?: boolean;
}

/** A choice above a list that leaves only some rows. */
export interface Choice<Row> {
  /** Its parameter in the page's address. */
  id: string;
  label: string;
  options: { value: string; label: string }[];
  holds: (row: Row, value: string) => boolean;
  /** What chooses where there are too many options for a plain menu. */
  control?: (value: string, choose: (value: string) => void) => ReactNode;
}

export interface Order {
  column: string;
  descending: boolean;
}

const collator = new Intl.Collator('vi', { numeric: true });

/** What a reader of a row sees in a column, `''` for nothing. */
export function textOf<Row>(column: Column<Row>, row: Row): string {
  if (column.text) return column.text(row);
  const value = column.value(row);
  return value === null ? '' : String(value);
}

/** Rows in an order; those without a value come last either way, and equals stay as they came. */
export function sortRows<Row>(rows: readonly Row[], column: Column<Row> | undefined, descending: boolean) {
  if (!column) return [...rows];
  const direction = descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, value: column.value(row) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
    return direction * compare(a.value, b.value);
  });
  return keyed.map(({ row }) => row);
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
}

/** A row with all its columns as one key to search in, made once and not at every letter typed. */
export function withSearchKeys<Row>(rows: readonly Row[], columns: readonly Column<Row>[]) {
  return rows.map((row) => ({ row, key: searchKey(columns.map((column) => textOf(column, row)).join(' ')) }));
}

/** The rows in which every word of the query occurs, without diacritics and in any order. */
export function searchRows<Row>(rows: readonly { row: Row; key: string }[], query: string): Row[] {
  const words = searchKey(query).split(' ');
  return rows.filter(({ key }) => words.every((word) => key.includes(word))).map(({ row }) => row);
}
