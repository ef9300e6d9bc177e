import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { readAddedConnections } from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { mergeConnections } from '../domain/connection/merge-connections.ts';
import { ErrorPage } from './error-page.tsx';
import { queryClient } from './query-client.ts';
import { page } from './routes/page.ts';
import { rootRoute } from './routes/root-route.ts';
import { tenantRoutes } from './routes/tenant-routes.ts';

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: page(() => import('./no-tenant-page.tsx'), 'NoTenantPage'),
  beforeLoad: async () => {
    const config = await queryClient.ensureQueryData(consoleConfigQuery()).catch(() => undefined);
    const { connections } = mergeConnections(config?.connections ?? [], readAddedConnections());
    const [first, second] = connections;
    if (!first) return;
    throw redirect({
      to: second ? '/overview' : '/$tenant/docker-registry-secrets',
      params: { tenant: first.id },
    });
  },
});

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overview',
  component: page(() => import('./overview-route.tsx'), 'OverviewRoute'),
});

const rolloutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rollout',
  component: page(() => import('./rollout-route.tsx'), 'RolloutRoute'),
});

const approvalsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/approvals',
  component: page(() => import('./approvals-route.tsx'), 'ApprovalsRoute'),
});

type AuditSearch = Partial<Record<'q' | 'user' | 'tenant' | 'action' | 'outcome' | 'days', unknown>>;

const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/audit',
  // The page reads them itself, so that their rules are not part of the first page.
  validateSearch: (search: Record<string, unknown>): AuditSearch => search,
  component: page(() => import('./audit-route.tsx'), 'AuditRoute'),
});

const connectionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections',
  component: page(() => import('../connections/connections-page.tsx'), 'ConnectionsPage'),
});

const addConnectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections/new',
  component: page(() => import('../connections/add-connection-page.tsx'), 'AddConnectionPage'),
});

const editConnectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections/$id/edit',
  component: page(() => import('../connections/edit-connection-page.tsx'), 'EditConnectionPage'),
});

const onboardManyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/onboarding',
  component: page(() => import('./onboard-many-route.tsx'), 'OnboardManyRoute'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  overviewRoute,
  rolloutRoute,
  onboardManyRoute,
  approvalsRoute,
  auditRoute,
  connectionsRoute,
  addConnectionRoute,
  editConnectionRoute,
  tenantRoutes,
]);

export const router = createRouter({
  routeTree,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // The page of one object starts fresh for another one, so that nothing typed is carried over.
  defaultRemountDeps: ({ params }) => params,
  // Replaces a page that failed: the shell stays, with its navigation.
  defaultErrorComponent: ErrorPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
