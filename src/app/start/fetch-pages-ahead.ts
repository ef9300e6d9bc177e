import { language } from '../../ui/texts/language.ts';

/** The first page and its data come first. */
const startMs = 2000;

/**
 * Downloads the other pages while the browser is idle, so that they open even if the server has just gone away. They
 * are not executed before they are shown: that would block a phone just when the user starts.
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

/** The build lists them in the page; the development server lists none. */
function laterScripts(): readonly string[] {
  const hrefs: string[] = JSON.parse(document.getElementById('later-scripts')?.textContent ?? '[]');
  return hrefs.filter((href) => !href.includes('/texts-') || href.includes(`/texts-${language}-`));
}

/** A failure is ignored: whoever needs the file requests it again. */
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
