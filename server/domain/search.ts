// Search as Vietnamese readers expect it: without diacritics and without case, đ as d.

/** `Phường Cái Răng` → `phuong cai rang`. */
export function searchKey(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether every word of the query occurs in the text, in any order. */
export function matches(text: string, query: string): boolean {
  const key = searchKey(text);
  return searchKey(query)
    .split(' ')
    .every((word) => key.includes(word));
}
