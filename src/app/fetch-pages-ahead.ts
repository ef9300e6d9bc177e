import { fetchAhead } from '../ui/feedback/lazy-part.tsx';

/** The first page and what it reads come first. */
const startMs = 2000;

/** Fetches the other pages while nobody waits, so that they open even when the server has just gone away. */
export function fetchPagesAhead(): void {
  setTimeout(() => void fetchAhead(idle), startMs);
}

function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari does not have it everywhere.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 200);
  });
}
