import type * as first from './en/first.ts';
import type * as rest from './en/rest.ts';
import { language, type Language } from './language.ts';
import type { Translated } from './translated.ts';

/**
 * The text catalogue: one folder per language, one file per section. What the first page says is there before the
 * first render; the rest is one chunk that comes with the code of any other page.
 */
type First = Translated<typeof first>;
type Rest = Translated<typeof rest>;
export type Catalogue = First & Rest;
export type Section = keyof Catalogue;

interface LanguageTexts {
  readonly first: () => Promise<First>;
  readonly rest: () => Promise<Rest>;
}

const languages: Record<Language, LanguageTexts> = {
  en: { first: () => import('./en/first.ts'), rest: () => import('./en/rest.ts') },
  de: { first: () => import('./de/first.ts'), rest: () => import('./de/rest.ts') },
};

const loaded: Partial<Catalogue> = {};
let loading: Promise<void> | undefined;

/** Awaited once, before the first render. */
export async function loadFirstTexts(): Promise<void> {
  Object.assign(loaded, await languages[language].first());
}

/** Loads all other texts; rejects where they cannot be fetched, and the next call tries again. */
export function loadTexts(): Promise<void> {
  loading ??= languages[language].rest().then(
    (rest) => {
      Object.assign(loaded, rest);
    },
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** The texts of a section, where no component asks: after `loadTexts`. */
export const textsOf = useTexts;

/** The texts of a section, which have come with the code that calls this. */
export function useTexts<S extends Section>(section: S): Catalogue[S] {
  const texts: Catalogue[S] | undefined = loaded[section];
  if (!texts) throw new Error(`The texts ${section} are used by code that does not wait for them.`);
  return texts;
}
