import { language } from '../../ui/texts/language.ts';

/** The first page and what it reads come first. */
const startMs = 2000;

/**
 * Fetches the other pages while nobody waits, so that they open even when the server has just gone away. They are not
 * run before they are shown: that would hold up a phone in the very moment in which somebody begins to use the page.
 */
export function fetchPagesAhead(): void {
  setTimeout(() => void fetchAll(), startMs);
}

async function fetchAll(): Promise<void> {
  for (const href of laterScripts()) {
    await idle();
    await preload(href);
  }
}

/** Named in the page by the build; the development server has none. */
function laterScripts(): readonly string[] {
  const hrefs: string[] = JSON.parse(document.getElementById('later-scripts')?.textContent ?? '[]');
  return hrefs.filter((href) => !href.includes('/texts-') || href.includes(`/texts-${language}-`));
}

/** It may fail: whoever needs it asks again. */
function preload(href: string): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement('link');
    const end = () => resolve();
    link.addEventListener('load', end);
    link.addEventListener('error', end);
    document.head.append(Object.assign(link, { rel: 'modulepreload', href }));
  });
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari does not have it everywhere.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}
