import { createRoute, redirect } from '@tanstack/react-router';
import { readGroupSearch } from '../../domain/resource-group/group-search.ts';
import { readScopeSearch } from '../../generic-secrets/read-scope-search.ts';
import { readListFilters } from '../../registry-secrets/list/list-filters.ts';
import { SecretsPage } from '../../registry-secrets/secrets-page.tsx';
import { readSearchText } from '../../ui/table/search-text.ts';
import { writePage } from '../access/write-page.tsx';
import { objectAddress } from '../object-address.ts';
import { TenantLayout } from '../tenant-layout.tsx';
import { onlyKnown } from './only-known.ts';
import { page } from './page.ts';
import { rootRoute } from './root-route.ts';

const tenantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/$tenant',
  component: TenantLayout,
});

const tenantHomeRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/$tenant/docker-registry-secrets', params });
  },
});

const secretsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/docker-registry-secrets',
  validateSearch: onlyKnown(readListFilters),
  component: SecretsPage,
});

const registerSecretRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/docker-registry-secrets/new',
  validateSearch: onlyKnown((search): { import?: true } =>
    search['import'] === true ? { import: true } : {},
  ),
  component: writePage(
    'dockerRegistrySecrets',
    page(() => import('../../registry-secrets/register-secret-page.tsx'), 'RegisterSecretPage'),
  ),
});

const secretRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/docker-registry-secrets/$name',
  params: objectAddress,
  component: page(() => import('../../registry-secrets/secret-page.tsx'), 'SecretPage'),
});

const rotateSecretRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/docker-registry-secrets/$name/rotate',
  params: objectAddress,
  component: writePage(
    'dockerRegistrySecrets',
    page(() => import('../../registry-secrets/rotate-secret-page.tsx'), 'RotateSecretPage'),
  ),
});

const templatesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/templates',
  // The router parses values as JSON and turns a name like `2024` into a number.
  validateSearch: onlyKnown(({ secret }): { secret?: string } =>
    typeof secret === 'string' || typeof secret === 'number' ? { secret: String(secret) } : {},
  ),
  component: page(() => import('../../templates/templates-page.tsx'), 'TemplatesPage'),
});

const repositoriesRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/git-repositories',
  component: page(() => import('../../git-repositories/repositories-page.tsx'), 'RepositoriesPage'),
});

const addRepositoryRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/git-repositories/new',
  component: writePage(
    'repositories',
    page(() => import('../../git-repositories/add-repository-page.tsx'), 'AddRepositoryPage'),
  ),
});

const repositoryRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/git-repositories/$name',
  params: objectAddress,
  component: page(() => import('../../git-repositories/repository-page.tsx'), 'RepositoryPage'),
});

const rotateRepositoryRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/git-repositories/$name/rotate',
  params: objectAddress,
  component: writePage(
    'repositories',
    page(() => import('../../git-repositories/rotate-repository-page.tsx'), 'RotateRepositoryPage'),
  ),
});

const applicationsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/applications',
  component: page(() => import('../../applications/applications-page.tsx'), 'ApplicationsPage'),
});

const addApplicationRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/applications/new',
  component: writePage(
    'applications',
    page(() => import('../../applications/add-application-page.tsx'), 'AddApplicationPage'),
  ),
});

const applicationRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/applications/$name',
  params: objectAddress,
  component: page(() => import('../../applications/application-page.tsx'), 'ApplicationPage'),
});

const changeApplicationRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/applications/$name/edit',
  params: objectAddress,
  component: writePage(
    'applications',
    page(() => import('../../applications/change-application-page.tsx'), 'ChangeApplicationPage'),
  ),
});

const resourceGroupsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/resource-groups',
  component: page(() => import('../../resource-groups/resource-groups-page.tsx'), 'ResourceGroupsPage'),
});

const addResourceGroupRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/resource-groups/new',
  component: writePage(
    'resourceGroups',
    page(() => import('../../resource-groups/add-resource-group-page.tsx'), 'AddResourceGroupPage'),
  ),
});

const resourceGroupRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/resource-groups/$name',
  params: objectAddress,
  component: page(() => import('../../resource-groups/resource-group-page.tsx'), 'ResourceGroupPage'),
});

const objectStoresRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/object-store-secrets',
  validateSearch: onlyKnown((search) => ({ ...readGroupSearch(search), ...readSearchText(search) })),
  component: page(() => import('../../object-store-secrets/object-stores-page.tsx'), 'ObjectStoresPage'),
});

const registerObjectStoreRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/object-store-secrets/new',
  validateSearch: onlyKnown(readGroupSearch),
  component: writePage(
    'objectStoreSecrets',
    page(
      () => import('../../object-store-secrets/register-object-store-page.tsx'),
      'RegisterObjectStorePage',
    ),
  ),
});

const rotateObjectStoreRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/object-store-secrets/$name/rotate',
  params: objectAddress,
  validateSearch: onlyKnown(readGroupSearch),
  component: writePage(
    'objectStoreSecrets',
    page(() => import('../../object-store-secrets/rotate-object-store-page.tsx'), 'RotateObjectStorePage'),
  ),
});

const genericSecretsRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/generic-secrets',
  validateSearch: onlyKnown((search) => ({ ...readScopeSearch(search), ...readSearchText(search) })),
  component: page(() => import('../../generic-secrets/generic-secrets-page.tsx'), 'GenericSecretsPage'),
});

const registerGenericSecretRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/generic-secrets/new',
  validateSearch: onlyKnown(readScopeSearch),
  component: writePage(
    'secrets',
    page(() => import('../../generic-secrets/register-generic-secret-page.tsx'), 'RegisterGenericSecretPage'),
  ),
});

const rotateGenericSecretRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/generic-secrets/$name/rotate',
  params: objectAddress,
  validateSearch: onlyKnown(readScopeSearch),
  component: writePage(
    'secrets',
    page(() => import('../../generic-secrets/rotate-generic-secret-page.tsx'), 'RotateGenericSecretPage'),
  ),
});

const onboardingRoute = createRoute({
  getParentRoute: () => tenantRoute,
  path: '/onboarding',
  component: page(() => import('../../onboarding/onboarding-page.tsx'), 'OnboardingPage'),
});

/** Every page of one tenant. */
export const tenantRoutes = tenantRoute.addChildren([
  tenantHomeRoute,
  secretsRoute,
  registerSecretRoute,
  secretRoute,
  rotateSecretRoute,
  templatesRoute,
  repositoriesRoute,
  addRepositoryRoute,
  repositoryRoute,
  rotateRepositoryRoute,
  applicationsRoute,
  addApplicationRoute,
  applicationRoute,
  changeApplicationRoute,
  resourceGroupsRoute,
  addResourceGroupRoute,
  resourceGroupRoute,
  objectStoresRoute,
  registerObjectStoreRoute,
  rotateObjectStoreRoute,
  genericSecretsRoute,
  registerGenericSecretRoute,
  rotateGenericSecretRoute,
  onboardingRoute,
]);
