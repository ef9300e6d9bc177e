import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import Box from '@mui/material/Box';
import CssBaseline from '@mui/material/CssBaseline';
import { createTheme, ThemeProvider } from '@mui/material/styles';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { z } from 'zod/mini';

/*
 * A lower limit for the console's first page: its libraries, one read of the same list, and a bare table of it. Imports
 * nothing of the console.
 */
z.config({ jitless: true });

const listSchema = z.object({ resources: z.array(z.object({ name: z.string() })) });
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';
const path = '/api/tenants/acme-vision/v2/admin/dockerRegistrySecrets?$top=1000';

function Page() {
  const list = useQuery({
    queryKey: ['list'],
    queryFn: async () => listSchema.parse(await (await fetch(path)).json()),
  });
  return (
    <Box component="main" sx={{ p: 3 }}>
      <h1>Libraries alone</h1>
      <table>
        <tbody>
          {list.data?.resources.map(({ name }) => (
            <tr key={name}>
              <td>{name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}

const router = createRouter({ routeTree: createRootRoute({ component: Page, notFoundComponent: Page }) });
const root = document.querySelector('#root');
if (root)
  createRoot(root).render(
    <CacheProvider value={createCache({ key: 'css', nonce, prepend: true })}>
      <ThemeProvider theme={createTheme({ cssVariables: true, colorSchemes: { light: true, dark: true } })}>
        <CssBaseline />
        <QueryClientProvider client={new QueryClient()}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>,
  );
