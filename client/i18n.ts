// The texts of both front doors: Vietnamese comes along, every other language is fetched when it is chosen.
// Adding a language is adding files: locales/<code>/language.json names it, the others translate.
import i18next, { type BackendModule, type Resource } from 'i18next';
import { initReactI18next } from 'react-i18next';

const NAMES = import.meta.glob<string>('./locales/*/language.json', { eager: true, import: 'name' });

/** The language that every text exists in. */
export const FIRST_LANGUAGE = 'vi';

/** Languages with texts of their own, each by its own name, Vietnamese first: `[['vi', 'Tiếng Việt'], …]`. */
export const LANGUAGES: [code: string, name: string][] = Object.entries(NAMES)
  .map(([file, name]): [string, string] => [file.split('/')[2] ?? '', name])
  .sort(([a], [b]) => Number(b === FIRST_LANGUAGE) - Number(a === FIRST_LANGUAGE));

/** A lazy `import.meta.glob` of locale files with `import: 'default'`. */
export type TextFiles = Record<string, () => Promise<unknown>>;

/**
 * Starts the texts.
 * @param vietnamese texts by namespace (`{ console, errors }`), bundled
 * @param files the same namespaces in every other language, fetched on demand
 * @param language to start with
 */
export async function startI18n(
  vietnamese: Resource[string],
  files: TextFiles,
  language = FIRST_LANGUAGE,
): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(fetching(files))
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: FIRST_LANGUAGE,
      resources: { [FIRST_LANGUAGE]: vietnamese },
      partialBundledLanguages: true,
      ns: Object.keys(vietnamese),
      defaultNS: Object.keys(vietnamese)[0],
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
}

function fetching(files: TextFiles): BackendModule {
  return {
    type: 'backend',
    init: () => undefined,
    read: (language, namespace, done) => {
      const suffix = `/${language}/${namespace}.json`;
      const file = Object.keys(files).find((path) => path.endsWith(suffix));
      const texts = file ? files[file]?.() : undefined;
      if (!texts) done(null, {});
      else
        texts.then(
          (found) => done(null, found as Resource),
          (error: unknown) => done(error as Error, null),
        );
    },
  };
}
