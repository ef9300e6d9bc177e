import { createRootRoute } from '@tanstack/react-router';
import { ErrorPage } from '../error-page.tsx';
import { Shell } from '../shell/shell.tsx';
import { page } from './page.ts';

export const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: page(() => import('../not-found-page.tsx'), 'NotFoundPage'),
  errorComponent: ErrorPage,
});
