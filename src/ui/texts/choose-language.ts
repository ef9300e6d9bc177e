import { languageKey, type Language } from './language.ts';

/**
 * Keeps the choice in this browser and opens the page again; the guard of unsaved typing asks before that. False where
 * storage is switched off or full: the page would come back as it is.
 */
export function chooseLanguage(chosen: Language): boolean {
  try {
    localStorage.setItem(languageKey, chosen);
  } catch {
    return false;
  }
  location.reload();
  return true;
}

/** From the next page load on, the browser's own preference counts again. */
export function forgetLanguage(): void {
  try {
    localStorage.removeItem(languageKey);
  } catch {
    // Storage is switched off: nothing is kept.
  }
}
