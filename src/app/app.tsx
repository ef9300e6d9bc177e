import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { followSettings } from '../api/browser-storage/settings.ts';
import { keepFocusLate } from './focus/keep-focus-late.ts';
import { forgetChangedConnections } from './forget-connections.ts';
import { noteVisitedPages } from './palette/visited-pages.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { printInLight } from './theme/print-in-light.ts';
import { shareMemory } from './share-memory.ts';
import { nonce } from './theme/theme-variables.ts';
import { consoleTheme } from './theme/theme.ts';

// Without vendor prefixes, which today's browsers hardly need: some of them throw, which costs a phone 40 ms.
const styleCache = createCache({ key: 'css', nonce, stylisPlugins: [] });

forgetChangedConnections();
keepFocusLate(router);
noteVisitedPages(router);
printInLight();
followSettings(({ compactRows, singleKeys }) => {
  const { dataset } = document.documentElement;
  dataset['rows'] = compactRows ? 'compact' : 'regular';
  dataset['singleKeys'] = singleKeys ? 'on' : 'off';
});
// Without a shared memory this browser remembers on its own.
void shareMemory().catch(() => undefined);

export function App() {
  return (
    <CacheProvider value={styleCache}>
      <ThemeProvider theme={consoleTheme()} disableStyleSheetGeneration noSsr>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
