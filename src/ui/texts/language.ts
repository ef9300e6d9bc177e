export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** Each language as its speakers call it. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

const storageKey = 'language';

/** The first language that the console has: the one chosen, then what the browser prefers, then English. */
export function pickLanguage(kept: string | null, preferred: readonly string[]): Language {
  for (const tag of [kept ?? '', ...preferred]) {
    // “de-AT” is German.
    const found = languages.find((language) => language === tag.toLowerCase().split('-')[0]);
    if (found) return found;
  }
  return 'en';
}

/** The language of this page, its dates and its numbers. It changes with a reload only: `chooseLanguage`. */
export const language = 'document' in globalThis ? pickLanguage(readKept(), navigator.languages) : 'en';

/** Keeps the choice in this browser and opens the page again; the guard of unsaved typing asks before that. */
export function chooseLanguage(chosen: Language): void {
  try {
    localStorage.setItem(storageKey, chosen);
  } catch {
    // Storage is switched off: the browser's own preference counts again.
  }
  location.reload();
}

/** From the next page load on, the browser's own preference counts again. */
export function forgetLanguage(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Storage is switched off: nothing is kept.
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
