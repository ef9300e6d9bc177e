import type { StoredApplication, TenantState } from '../state/tenant-store.ts';
import { deriveRepositoryName } from './repository-rules.ts';

/** How many status calls pass before a write or refresh takes effect. */
const readsUntilSettled = 2;

/** What the status of an application says about one object in its folder. */
interface SyncedResource {
  readonly name: string;
  readonly kind: string;
  readonly status: 'Synced' | 'OutOfSync';
  readonly message?: string;
}

/** How an attempt to synchronise ended. */
interface SyncVerdict {
  readonly syncStatus: 'Synced' | 'OutOfSync' | 'Unknown';
  readonly healthStatus: 'Healthy' | 'Progressing' | 'Degraded';
  readonly message?: string;
  readonly resources: readonly SyncedResource[];
}

/** Answer of the status call. */
export interface ApplicationStatusView {
  readonly healthStatus: string;
  readonly syncStatus: string;
  readonly message?: string;
  readonly source: { readonly repoURL: string; readonly path: string; readonly revision: string };
  readonly syncStartedAt: string;
  readonly syncFinishedAt?: string;
  readonly reconciledAt?: string;
  readonly syncResourcesStatus: readonly SyncedResource[];
  readonly syncRessourcesStatus: readonly SyncedResource[];
}

/** The state of an application after a write: nothing is known about it until that takes effect. */
export function startSync(): Pick<StoredApplication, 'pendingReads' | 'startedAt' | 'reconciledAt'> {
  return { pendingReads: readsUntilSettled, startedAt: new Date(), reconciledAt: undefined };
}

/** Schedules a refresh: the status stays the same for the next calls. */
export function scheduleRefresh(application: StoredApplication): void {
  application.pendingReads = readsUntilSettled;
}

/** The answer of a status call. Each call brings a pending application closer to its result. */
export function readApplicationStatus(
  tenant: TenantState,
  application: StoredApplication,
): ApplicationStatusView {
  const { pendingReads } = application;
  if (pendingReads === 0) settle(tenant, application);
  else if (pendingReads !== undefined) application.pendingReads = pendingReads - 1;
  const isNew = application.reconciledAt === undefined;
  return describe(application, isNew ? beforeSync : judge(tenant, application));
}

function settle(tenant: TenantState, application: StoredApplication): void {
  const now = new Date();
  application.pendingReads = undefined;
  application.reconciledAt = now;
  if (judge(tenant, application).syncStatus === 'Synced') application.syncedAt = now;
}

const beforeSync: SyncVerdict = { syncStatus: 'OutOfSync', healthStatus: 'Progressing', resources: [] };

function judge(tenant: TenantState, application: StoredApplication): SyncVerdict {
  const message = comparisonError(tenant, application);
  if (message !== undefined)
    return { syncStatus: 'Unknown', healthStatus: 'Healthy', message, resources: [] };
  const templates = templatesOf(application);
  if (holdsSecret(application)) return refuseSecret(tenant, templates);
  const other = [...tenant.applications.values()].find((one) => isSameSource(one, application));
  if (other) return refuseShared(templates, application.name, other.name);
  return { syncStatus: 'Synced', healthStatus: 'Healthy', resources: withStatus(templates, 'Synced') };
}

/** Why AI Core could not read the folder, in its words; undefined if it could. */
function comparisonError(
  { repositories, seed }: TenantState,
  { repositoryUrl, revision, path }: StoredApplication,
): string | undefined {
  // The URL must be spelt as it was registered, including capitals.
  const repository = [...repositories.values()].find(({ url }) => url === repositoryUrl);
  if (!repository) return `application repo ${repositoryUrl} is not permitted in project '${seed.zoneId}'`;
  if (path === '') return 'spec.source.path is required';
  if (repository.outcome === 'ERROR') return `${rpcError} authentication required`;
  if (revision === 'no-such') return `${rpcError} Unable to resolve '${revision}' to a commit SHA`;
  const folder = path.split('/').at(-1);
  if (folder === 'missing') return `${rpcError} ${path}: app path does not exist`;
  if (folder === 'broken')
    return `${rpcError} Failed to unmarshal "broken.yaml": error converting YAML to JSON`;
  return undefined;
}

const rpcError = 'rpc error: code = Unknown desc =';

function holdsSecret({ repositoryUrl, path }: StoredApplication): boolean {
  return [repositoryUrl, path].some((text) => text.includes('with-secret'));
}

function isSameSource(one: StoredApplication, other: StoredApplication): boolean {
  return (
    one.name !== other.name &&
    one.repositoryUrl === other.repositoryUrl &&
    one.revision === other.revision &&
    one.path === other.path
  );
}

type Template = Pick<SyncedResource, 'name' | 'kind'>;

/** The templates that the simulator pretends a folder holds. */
function templatesOf({ repositoryUrl, path }: StoredApplication): Template[] {
  const folder = path.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  const name = `${deriveRepositoryName(repositoryUrl)}-${folder}`;
  return [
    { kind: 'ServingTemplate', name: `${name}-server` },
    { kind: 'WorkflowTemplate', name },
  ];
}

function withStatus(templates: readonly Template[], status: SyncedResource['status']): SyncedResource[] {
  return templates.map((template) => ({ ...template, status }));
}

function refuseSecret({ seed }: TenantState, templates: readonly Template[]): SyncVerdict {
  const message = `resource :Secret is not permitted in project ${seed.zoneId}`;
  const secret = { kind: 'Secret', name: 'registry-login', status: 'OutOfSync', message } as const;
  return {
    syncStatus: 'OutOfSync',
    healthStatus: 'Degraded',
    message: 'one or more synchronization tasks are not valid',
    resources: [secret, ...withStatus(templates, 'OutOfSync')],
  };
}

function refuseShared(templates: readonly Template[], name: string, other: string): SyncVerdict {
  const [first] = templates;
  return {
    syncStatus: 'OutOfSync',
    healthStatus: 'Healthy',
    message: `${first?.kind}/${first?.name} is part of applications ${name} and ${other}`,
    resources: withStatus(templates, 'OutOfSync'),
  };
}

function describe(
  { repositoryUrl, path, revision, startedAt, syncedAt, reconciledAt }: StoredApplication,
  { syncStatus, healthStatus, message, resources }: SyncVerdict,
): ApplicationStatusView {
  return {
    healthStatus,
    syncStatus,
    ...(message !== undefined && { message }),
    source: { repoURL: repositoryUrl, path, revision },
    syncStartedAt: startedAt.toISOString(),
    ...(syncedAt && { syncFinishedAt: syncedAt.toISOString() }),
    ...(reconciledAt && { reconciledAt: reconciledAt.toISOString() }),
    syncResourcesStatus: resources,
    syncRessourcesStatus: resources,
  };
}
