/** Every page of the console: its route, and an address that the seed data fills. */
export const pages = [
  { route: '/$tenant/docker-registry-secrets', path: '/acme-vision/docker-registry-secrets' },
  { route: '/$tenant/docker-registry-secrets/new', path: '/acme-vision/docker-registry-secrets/new' },
  {
    route: '/$tenant/docker-registry-secrets/$name',
    path: '/acme-vision/docker-registry-secrets/docker-hub',
  },
  {
    route: '/$tenant/docker-registry-secrets/$name/rotate',
    path: '/acme-vision/docker-registry-secrets/docker-hub/rotate',
  },
  { route: '/$tenant/templates', path: '/acme-vision/templates' },
  { route: '/$tenant/git-repositories', path: '/acme-vision/git-repositories' },
  { route: '/$tenant/git-repositories/new', path: '/acme-vision/git-repositories/new' },
  {
    route: '/$tenant/git-repositories/$name',
    path: '/acme-vision/git-repositories/vision-pipelines',
  },
  {
    route: '/$tenant/git-repositories/$name/rotate',
    path: '/acme-vision/git-repositories/vision-pipelines/rotate',
  },
  { route: '/$tenant/applications', path: '/acme-vision/applications' },
  { route: '/$tenant/applications/new', path: '/acme-vision/applications/new' },
  { route: '/$tenant/applications/$name', path: '/acme-vision/applications/vision-serving' },
  { route: '/$tenant/applications/$name/edit', path: '/acme-vision/applications/vision-serving/edit' },
  { route: '/$tenant/onboarding', path: '/acme-vision/onboarding' },
  { route: '/overview', path: '/overview' },
  { route: '/rollout', path: '/rollout' },
  { route: '/onboarding', path: '/onboarding?like=acme-vision' },
  { route: '/approvals', path: '/approvals' },
  { route: '/audit', path: '/audit' },
  { route: '/connections', path: '/connections' },
  { route: '/connections/new', path: '/connections/new' },
  { route: '/connections/$id/edit', path: '/connections/nobody/edit' },
] as const;
