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

const sources = Object.values(
  import.meta.glob<string>(['../../client/**/*.{ts,tsx}', '../../server/**/*.ts'], {
    eager: true,
    query: '?raw',
    import: 'default',
  }),
).join('\n');

/** Whether the code names a key, whole or by a template that leaves parts of it open. */
function namedBySources(): (key: string) => boolean {
  const whole = new Set(Array.from(sources.matchAll(/(['"`])([\w:.-]+)\1/g), (match) => match[2]));
  const templates = Array.from(sources.matchAll(/`([^`\s]*\$\{[^`]*)`/g), (match) =>
    (match[1] ?? '').split(/\$\{[^}]*\}/),
  )
    // Keys, and nothing that would fit all of them.
    .filter((parts) => parts.every((part) => /^[\w:.-]*$/.test(part)) && /^\w+\./.test(parts[0] ?? ''))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('.+')}$`));
  return (key) =>
    whole.has(key) || sources.includes(`words.${key}`) || templates.some((template) => template.test(key));
}

const names = (language: string) =>
  Object.keys(files).flatMap((path) => path.split(`/locales/${language}/`)[1] ?? []);

describe('the texts', () => {
  it('are there in Vietnamese first, in English, and in whatever other language has files', () => {
    expect(LANGUAGES[0]).toEqual(['vi', 'Tiếng Việt']);
    expect(LANGUAGES).toContainEqual(['en', 'English']);
    expect(LANGUAGES).toHaveLength(new Set(Object.keys(files).map((path) => path.split('/').at(-2))).size);
  });

  it('are all asked for somewhere', () => {
    const isNamed = namedBySources();
    const unused = names('vi').flatMap((name) => {
      const namespace = name.replace('.json', '');
      return outline(files[`../../client/locales/vi/${name}`] ?? {})
        .map((line) => line.replace(/ .*/, ''))
        .filter((key) => ![key, key.replace(/\.\d+$/, ''), `${namespace}:${key}`].some(isNamed))
        .map((key) => `${namespace}:${key}`);
    });
    expect(unused).toEqual([]);
    expect(isNamed('results.listed')).toBe(false);
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
