export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** Each language as its speakers call it. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

/** Under which local storage has the one that was chosen. */
export const languageKey = 'language';

/** The first language that the console has: the one chosen, then what the browser prefers, then English. */
export function pickLanguage(kept: string | null, preferred: readonly string[]): Language {
  for (const tag of [kept ?? '', ...preferred]) {
    // “de-AT” is German.
    const found = languages.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

/** The language of this page, its dates and its numbers. It changes with a reload only (choose-language.ts). */
export const language = 'document' in globalThis ? pickLanguage(readKept(), navigator.languages) : 'en';

function readKept(): string | null {
  try {
    return localStorage.getItem(languageKey);
  } catch {
    return null;
  }
}
