import { z } from 'zod/mini';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { fetchPagesAhead } from './app/start/fetch-pages-ahead.ts';
import { prepareFirstPage } from './app/start/prepare-first-page.ts';
import { language } from './ui/texts/language.ts';
import { loadFirstTexts } from './ui/texts/texts.ts';

// zod would try to compile its parsers, which the content security policy forbids.
z.config({ jitless: true });

/** Not a top-level await: chunks that import from this module would wait for it, and it for them. */
async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no element #root');
  document.documentElement.lang = language;
  // The outline painted by index.html stays until the shell's texts have loaded.
  await Promise.all([loadFirstTexts(), prepareFirstPage()]);
  // In slices, so that the browser can respond and paint in between.
  startTransition(() => createRoot(root).render(<App />));
  fetchPagesAhead();
}

void start();
