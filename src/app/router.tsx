import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { readAddedConnections } from '../api/browser-storage/added-connections.ts';
import { consoleConfigQuery } from '../api/connections.ts';
import { mergeConnections } from '../domain/connection/merge-connections.ts';
import { loadTexts, type Section } from '../ui/texts/texts.ts';
import { ErrorPage } from './error-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { NoTenantPage } from './no-tenant-page.tsx';
import { queryClient } from './query-client.ts';
import { Shell } from './shell.tsx';
import { TenantLayout } from './tenant-layout.tsx';

/** Loads a page's code and its texts side by side. */
function page<K extends string>(
  load: () => Promise<Record<K, () => React.ReactNode>>,
  component: K,
  ...sections: Section[]
) {
  return lazyRouteComponent(async () => {
    const [module] = await Promise.all([load(), ...sections.map((section) => loadTexts(section))]);
    return { default: module[component] };
  });
}

const rootRoute = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: NoTenantPage,
  beforeLoad: async () => {
    const config = await queryClient.ensureQueryData(consoleConfigQuery()).catch(() => undefined);
    const [first] = mergeConnections(config?.connections ?? [], readAddedConnections()).connections;
    if (first)
      throw redirect({ to: '/$tenant/docker-registry-secrets', params: { tenant: first.id }, replace: true });
  },
});

const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overview',
  component: page(() => import('./overview-route.tsx'), 'OverviewRoute', 'overview'),
});

const rolloutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/rollout',
  component: page(
    () => import('./rollout-route.tsx'),
    'RolloutRoute',
    'rollout',
    'secretForm',
    'tokenFindings',
    'repositoryForm',
    'credentials',
  ),
});

const secretFormTexts = [
  'secrets',
  'secretForm',
  'credentials',
  'tokenFindings',
  'exportTexts',
  'imageCoverage',
] as const;
const repositoryFormTexts = ['repositories', 'repositoryForm', 'credentials', 'tokenFindings'] as const;

const tenantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$tenant',
  component: TenantLayout,
});

const tenantHomeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$tenant/docker-registry-secrets', params, replace: true });
  },
});

const secretsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/docker-registry-secrets',
  component: page(() => import('../registry-secrets/secrets-page.tsx'), 'ListPage', 'secrets'),
});

const registerSecretRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/docker-registry-secrets/new',
  component: page(
    () => import('../registry-secrets/register-secret-page.tsx'),
    'RegisterPage',
    ...secretFormTexts,
  ),
});

const rotateSecretRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/docker-registry-secrets/$name/rotate',
  component: page(
    () => import('../registry-secrets/rotate-secret-page.tsx'),
    'RotatePage',
    ...secretFormTexts,
  ),
});

const templatesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/templates',
  validateSearch: ({ secret }: Record<string, unknown>): { secret?: string } =>
    typeof secret === 'string' ? { secret } : {},
  component: page(
    () => import('../templates/templates-page.tsx'),
    'TemplatesPage',
    'templates',
    'imageCoverage',
    'secretForm',
  ),
});

const repositoriesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/git-repositories',
  component: page(() => import('../git-repositories/repositories-page.tsx'), 'ListPage', 'repositories'),
});

const addRepositoryRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/git-repositories/new',
  component: page(
    () => import('../git-repositories/add-repository-page.tsx'),
    'AddPage',
    ...repositoryFormTexts,
  ),
});

const rotateRepositoryRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/git-repositories/$name/rotate',
  component: page(
    () => import('../git-repositories/rotate-repository-page.tsx'),
    'RotatePage',
    ...repositoryFormTexts,
  ),
});

const onboardingRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/onboarding',
  component: page(() => import('../onboarding/onboarding-page.tsx'), 'OnboardingPage', 'onboarding'),
});

const connectionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections',
  component: page(() => import('../connections/connections-page.tsx'), 'ConnectionsPage', 'connections'),
});

const addConnectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections/new',
  component: page(() => import('../connections/add-connection-page.tsx'), 'AddPage', 'connections'),
});

const editConnectionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connections/$id/edit',
  component: page(() => import('../connections/edit-connection-page.tsx'), 'EditPage', 'connections'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  overviewRoute,
  rolloutRoute,
  connectionsRoute,
  addConnectionRoute,
  editConnectionRoute,
  tenantRoute.addChildren([
    tenantHomeRoute,
    secretsRoute,
    registerSecretRoute,
    rotateSecretRoute,
    templatesRoute,
    repositoriesRoute,
    addRepositoryRoute,
    rotateRepositoryRoute,
    onboardingRoute,
  ]),
]);

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: 'intent' });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
