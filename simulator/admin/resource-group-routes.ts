import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import { fixedUuid } from '../state/fixed-ids.ts';
import {
  newResourceGroup,
  readsUntilSettled,
  type Label,
  type StoredResourceGroup,
} from '../state/resource-groups.ts';
import { expired, invalidRequest, quotaExceeded } from '../failures/sap-error.ts';
import { resourceGroupQuota } from '../state/seed.ts';
import type { TenantState } from '../state/tenant-store.ts';
import { parseJsonBody, parseRequest, requireBody } from './admin-schemas.ts';
import { buildListPage } from './list-page.ts';
import { objectRoutes, requireStored } from './object-routes.ts';
import {
  groupPathSchema,
  groupQuerySchema,
  groupUpdateSchema,
  newGroupSchema,
  readMaxPageSize,
} from './resource-group-schemas.ts';

const quota = { resource: 'resource groups', maxCount: resourceGroupQuota };
const defaultGroup = 'default';

/** The resource group of a tenant; a 404 if it does not exist. */
export function requireResourceGroup({ resourceGroups }: TenantState, id: string): StoredResourceGroup {
  return requireStored(resourceGroups, 'Resource group', id);
}

/** What a read shows of a group. Each read brings a pending group closer to its result. */
function readGroup(group: StoredResourceGroup, { seed, resourceGroups }: TenantState) {
  const { id, createdAt, labels, outcome, pendingReads, deleting } = group;
  if (pendingReads > 0) {
    group.pendingReads = pendingReads - 1;
    if (deleting && group.pendingReads === 0) resourceGroups.delete(id);
  }
  const status = pendingReads > 0 && !deleting ? 'PROVISIONING' : outcome;
  return {
    resourceGroupId: id,
    tenantId: seed.zoneId,
    zoneId: seed.zoneId,
    createdAt: createdAt.toISOString(),
    labels,
    status,
    ...(status === 'ERROR' && { statusMessage: 'The namespace of the resource group could not be set up.' }),
    servicePlan: 'extended',
  };
}

function groupId(tenant: TenantState, id: string): string {
  return fixedUuid('resource group', tenant.seed.id, id);
}

type Selectors = z.infer<typeof groupQuerySchema>['labelSelector'];

function isSelected(labels: readonly Label[], selectors: Selectors): boolean {
  return selectors.every(
    ({ key, value, wanted }) => labels.some((label) => label.key === key && label.value === value) === wanted,
  );
}

/** Where a list continues; only this simulator's own tokens are valid. */
function readContinueToken(token: string | undefined): number {
  if (token === undefined) return 0;
  const start = /^after-(\d{1,6})$/.exec(token)?.[1];
  if (start === undefined)
    throw expired('The continue token is not known. List the groups from the beginning.');
  return Number(start);
}

/** Registers the calls on resource groups. Creating an existing one replaces it, and its content is gone. */
export function registerResourceGroupRoutes(app: FastifyInstance): void {
  const routes = objectRoutes(app, { path: 'resourceGroups', pathSchema: groupPathSchema, quota });

  routes.list((query, request, reply) => {
    const { continueToken, labelSelector } = parseRequest(groupQuerySchema, request.query);
    const pageSize = readMaxPageSize(request.headers.prefer);
    const start = readContinueToken(continueToken);
    return (tenant) => {
      const selected = [...tenant.resourceGroups.values()]
        .filter(({ labels }) => isSelected(labels, labelSelector))
        .map((group) => ({ name: group.id, group }));
      const end = pageSize === undefined ? undefined : start + pageSize;
      const all = buildListPage(selected, { ...query, $top: undefined, $skip: 0 }).resources;
      const page = buildListPage(all.slice(start, end), query);
      if (end !== undefined && end < all.length) {
        void reply.header('link', `<${request.url.split('?', 1)[0]}?continueToken=after-${end}>; rel="next"`);
      }
      const resources = page.resources.map(({ group }) => readGroup(group, tenant));
      return { status: 200, body: { count: query.$count ? selected.length : page.count, resources } };
    };
  });

  routes.create((bytes) => {
    const { resourceGroupId: id, labels } = parseJsonBody(newGroupSchema, bytes);
    return [
      id,
      ({ seed, resourceGroups }) => {
        const isNew = !resourceGroups.has(id);
        if (isNew && resourceGroups.size >= resourceGroupQuota) {
          throw quotaExceeded(quota);
        }
        resourceGroups.set(id, newResourceGroup(id, labels, new Date()));
        return { status: 202, body: { resourceGroupId: id, tenantId: seed.zoneId, zoneId: seed.zoneId } };
      },
    ];
  });

  routes.named('GET', (name) => (tenant) => ({
    status: 200,
    body: readGroup(requireResourceGroup(tenant, name), tenant),
  }));

  routes.named('PATCH', (name, request) => {
    const update = parseJsonBody(groupUpdateSchema, requireBody(request.body));
    if (update.resourceGroupId !== undefined && update.resourceGroupId !== name) {
      throw invalidRequest('The id of a resource group cannot be changed.');
    }
    return (tenant) => {
      const group = requireResourceGroup(tenant, name);
      if (update.labels !== undefined) group.labels = update.labels;
      return { status: 202 };
    };
  });

  routes.named('DELETE', (name) => {
    if (name === defaultGroup) throw invalidRequest('The default resource group cannot be deleted.');
    return (tenant) => {
      const group = requireResourceGroup(tenant, name);
      group.deleting = true;
      group.pendingReads = readsUntilSettled;
      const message = 'The deletion of the resource group has been scheduled';
      return { status: 202, body: { id: groupId(tenant, name), message } };
    };
  });
}
