// The texts of the pages that the server writes, each language in an instance of its own, so that requests in different
// languages do not meet.
import { createInstance, type i18n } from 'i18next';
import { FIRST_LANGUAGE } from '../../i18n.ts';

const FILES = import.meta.glob<Record<string, unknown>>(
  ['../../locales/*/survey.json', '../../locales/*/errors.json', '../../locales/*/public.json'],
  { eager: true, import: 'default' },
);

/** Texts by language and namespace. */
function resources(): Record<string, Record<string, Record<string, unknown>>> {
  const found: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const [file, texts] of Object.entries(FILES)) {
    const [, language = '', namespace = ''] = /([^/]+)\/(\w+)\.json$/.exec(file) ?? [];
    found[language] = { ...found[language], [namespace]: texts };
  }
  return found;
}

const instances = new Map<string, i18n>();

export function textsIn(language: string): i18n {
  const known = instances.get(language);
  if (known) return known;
  const texts = createInstance({
    lng: language,
    fallbackLng: FIRST_LANGUAGE,
    resources: resources() as never,
    ns: ['survey', 'errors', 'public'],
    defaultNS: 'survey',
    initAsync: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  void texts.init();
  instances.set(language, texts);
  return texts;
}
