import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../client/i18n.ts';

type Texts = { [key: string]: string | Texts };

const files = import.meta.glob<Texts>('../../client/locales/*/*.json', { eager: true, import: 'default' });

/** `key.path {{placeholder}} …` of every text. */
function outline(texts: Texts, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) => {
    if (typeof value !== 'string') return outline(value, `${prefix}${key}.`);
    const placeholders = value.match(/{{\w+}}/g) ?? [];
    return [[prefix + key, ...placeholders.sort()].join(' ')];
  });
}

const names = (language: string) =>
  Object.keys(files).flatMap((path) => path.split(`/locales/${language}/`)[1] ?? []);

describe('the texts', () => {
  it('are there in Vietnamese first, in English, and in whatever other language has files', () => {
    expect(LANGUAGES[0]).toEqual(['vi', 'Tiếng Việt']);
    expect(LANGUAGES).toContainEqual(['en', 'English']);
    expect(LANGUAGES).toHaveLength(new Set(Object.keys(files).map((path) => path.split('/').at(-2))).size);
  });

  it.each(LANGUAGES)('have in %s the same files, keys and placeholders as in Vietnamese', (language) => {
    expect(names(language).sort()).toEqual(names('vi').sort());
    for (const name of names('vi')) {
      const own = files[`../../client/locales/${language}/${name}`] ?? {};
      const vietnamese = files[`../../client/locales/vi/${name}`] ?? {};
      expect(outline(own).sort(), name).toEqual(outline(vietnamese).sort());
    }
  });
});
