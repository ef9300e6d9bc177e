import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import { z } from 'zod/mini';
import { knownRegistriesSchema } from '../domain/registry/known-registry.ts';
import { callGateway } from './http.ts';

const text = z.optional(z.string());
const number = z.optional(z.number());
const eventSchema = z.object({
  id: z.number(),
  time: z.string(),
  requestId: z.string(),
  action: z.string(),
  outcome: z.string(),
  actor: z.optional(
    z.object({ id: z.string(), name: z.string(), issuer: z.string(), groups: z.array(z.string()) }),
  ),
  address: text,
  tenant: text,
  resource: text,
  name: text,
  subject: z.optional(
    z.object({
      registries: z.optional(knownRegistriesSchema),
      url: text,
      revision: text,
      path: text,
      username: text,
      resourceGroup: text,
      storage: text,
      settings: z.optional(z.record(z.string(), z.string())),
      form: text,
      plan: text,
      count: number,
      scope: text,
      keys: z.optional(z.array(z.string())),
    }),
  ),
  status: number,
  aiCoreRequestId: text,
  durationMs: number,
});
const pageSchema = z.object({ events: z.array(eventSchema), next: number, keptDays: z.number() });

/** One line of the gateway's audit log. */
export type AuditEvent = z.infer<typeof eventSchema>;

/** The events to read, in the gateway's own terms; a filter left out narrows nothing. */
export interface AuditQuery {
  readonly q?: string | undefined;
  readonly tenant?: string | undefined;
  readonly user?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
  /** ISO 8601. */
  readonly from?: string | undefined;
}

/** The events, page by page, newest first. */
export function auditQuery(query: AuditQuery) {
  return infiniteQueryOptions({
    queryKey: ['audit', query],
    queryFn: ({ pageParam, signal }) =>
      callGateway(
        { method: 'GET', path: auditPath('/api/audit', { ...query, cursor: pageParam }), signal },
        pageSchema,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => (next === undefined ? undefined : String(next)),
    staleTime: 0,
    // Refetching would read every loaded page again.
    refetchOnWindowFocus: ({ state }) => (state.data?.pages.length ?? 0) < 2,
  });
}

/** Reads the newest events again, and drops the pages after the first. */
export function refreshAudit(client: QueryClient, query: AuditQuery): void {
  const { queryKey } = auditQuery(query);
  client.setQueryData(
    queryKey,
    (known) => known && { pages: known.pages.slice(0, 1), pageParams: known.pageParams.slice(0, 1) },
  );
  void client.invalidateQueries({ queryKey, exact: true });
}

/** The address of all events that match a query, as a file. */
export function auditFile(kind: 'csv' | 'json', query: AuditQuery): string {
  return auditPath(`/api/audit.${kind}`, { ...query });
}

function auditPath(path: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(given).toString();
  return query === '' ? path : `${path}?${query}`;
}
