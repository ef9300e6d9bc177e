import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { ApiError } from '../../domain/api-problem.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { objectPath } from '../../domain/connection/object-path.ts';
import { defaultResourceGroup } from '../../domain/resource-group/resource-group-id.ts';
import type { ResourceGroupLabel } from '../../domain/resource-group/resource-group-labels.ts';
import {
  parseResourceGroupStatus,
  type ResourceGroupStatus,
} from '../../domain/resource-group/resource-group-status.ts';
import { lenientText } from '../../domain/text/lenient-text.ts';
import { parseMoment } from '../../domain/text/moment.ts';
import { sendWrite } from '../http.ts';
import { listAll } from '../list-all.ts';
import { findObject } from '../named-objects.ts';
import { queryKeys } from '../query-keys.ts';
import { sendQuietWrite } from './quiet-write.ts';
import { byNameAfter } from './by-name-after.ts';
import { countReadsInProgress, nextReadDelay } from '../repository-polling.ts';

const resource = 'resourceGroups';
const inProgress = 'PROVISIONING' satisfies ResourceGroupStatus;
// A missing or odd field does not hide the other groups, unless it is needed to name the group.
const groupSchema = z.object({
  resourceGroupId: z.string(),
  status: lenientText,
  statusMessage: lenientText,
  createdAt: lenientText,
  labels: z.catch(z.optional(z.array(z.object({ key: z.string(), value: z.string() }))), undefined),
});

export interface ResourceGroup {
  /** Its id; called name like that of everything else. */
  readonly name: string;
  readonly status: ResourceGroupStatus;
  /** AI Core's own words about the status. */
  readonly statusMessage: string | undefined;
  readonly createdAt: Date | undefined;
  readonly labels: readonly ResourceGroupLabel[];
  /** How many answers in a row have shown it in progress. */
  readonly readsInProgress: number;
}

const leavingMs = 3000;
const nobody: ReadonlySet<string> = new Set();

/**
 * All resource groups of the tenant, `default` first; polled at growing intervals while one is being set up, or while
 * one of `leaving`, which were deleted, is still listed. Paged by `$top` and `$skip` like every list: the API's
 * `continueToken` comes in a header, which a proxy in between may drop.
 */
export function resourceGroupsQuery(connection: Connection, leaving: ReadonlySet<string> = nobody) {
  return queryOptions({
    queryKey: queryKeys.list(connection, resource),
    queryFn: async ({ signal, client, queryKey }): Promise<ResourceGroup[]> => {
      const groups = (await listAll(connection, resource, groupSchema, signal)).map(toGroup);
      const sorted = groups.toSorted(byNameAfter(defaultResourceGroup));
      return countReadsInProgress(client.getQueryData<ResourceGroup[]>(queryKey), sorted, inProgress);
    },
    refetchInterval: ({ state }) =>
      state.data?.some(({ name }) => leaving.has(name))
        ? leavingMs
        : nextReadDelay(state.data, state.status === 'error'),
    refetchIntervalInBackground: false,
  });
}

/**
 * Creates a resource group. AI Core overwrites an existing one, so its existence is checked first: if there is one, the
 * error is a 409 and nothing is sent.
 */
export async function createResourceGroup(
  connection: Connection,
  { name, labels }: Pick<ResourceGroup, 'name' | 'labels'>,
  onSending: () => void,
): Promise<void> {
  if (await findResourceGroup(connection, name))
    throw new ApiError({ kind: 'http', status: 409, code: 'AlreadyExists', message: '' });
  onSending();
  const body = { resourceGroupId: name, ...(labels.length > 0 && { labels }) };
  await sendWrite(connection, { method: 'POST', path: resource, body });
}

/** Replaces all labels. */
export async function replaceResourceGroupLabels(
  connection: Connection,
  { name, labels }: Pick<ResourceGroup, 'name' | 'labels'>,
): Promise<void> {
  const path = objectPath(resource, name);
  await sendQuietWrite(connection, { method: 'PATCH', path, body: { labels } });
}

/** The tenant's group of that id, if there is one, asked of the API rather than of a cached list. */
export async function findResourceGroup(
  connection: Connection,
  name: string,
): Promise<Omit<ResourceGroup, 'readsInProgress'> | undefined> {
  const found = await findObject(connection, objectPath(resource, name), groupSchema);
  return found && toGroup(found);
}

function toGroup({
  resourceGroupId,
  status,
  statusMessage,
  createdAt,
  labels = [],
}: z.infer<typeof groupSchema>): Omit<ResourceGroup, 'readsInProgress'> {
  return {
    name: resourceGroupId,
    status: parseResourceGroupStatus(status),
    statusMessage: statusMessage === '' ? undefined : statusMessage,
    createdAt: parseMoment(createdAt),
    labels,
  };
}
