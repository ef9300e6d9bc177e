import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { z } from 'zod/mini';
import { knownRegistriesSchema } from '../../domain/registry/known-registry.ts';
import { expiryState } from '../../domain/token/expiry.ts';
import { useLocalStore } from '../browser-storage/local-store.ts';
import type { RememberedSecret } from '../browser-storage/remembered-schema.ts';
import { browserMemory } from '../browser-storage/secret-memory.ts';
import { consoleConfigQuery, useOffers } from '../connections.ts';
import { callGateway } from '../http.ts';

const text = z.optional(z.string());
const expirySchema = z.object({
  /** A connection's id. */
  tenant: z.string(),
  name: z.string(),
  registries: knownRegistriesSchema,
  /** ISO 8601, a date or a time. */
  expiresAt: z.string(),
  /** Who stored the current credential, and when, if known. */
  changedBy: text,
  changedAt: text,
});

/** A credential with an expiry date. */
export type Expiry = z.infer<typeof expirySchema>;

function expiriesQuery(days: number) {
  return {
    queryKey: ['expiries', days],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const request = { method: 'GET', path: `/api/expiries?days=${days}`, signal } as const;
      return (await callGateway(request, z.object({ expiries: z.array(expirySchema) }))).expiries;
    },
    staleTime: 0,
  };
}

/**
 * Credentials that expire within `days` or have expired, soonest first: as the gateway knows them, and as this browser
 * does for connections that no gateway remembers.
 */
export function useExpiries(days: number, now: Date) {
  const isShared = useOffers('notes');
  const config = useQuery(consoleConfigQuery()).data;
  const read = useQuery({ ...expiriesQuery(days), enabled: isShared });
  const known = useLocalStore(browserMemory);
  const ofBrowser = useMemo(() => {
    const shared = new Set(isShared ? config?.connections.map(({ id }) => id) : []);
    return endingWithin(known, days, now).filter(({ tenant }) => !shared.has(tenant));
  }, [known, days, now, isShared, config]);
  const data = useMemo(() => {
    if (isShared && read.data === undefined) return undefined;
    return [...(read.data ?? []), ...ofBrowser].toSorted((a, b) => endOf(a) - endOf(b));
  }, [isShared, read.data, ofBrowser]);
  return { ...read, data };
}

/** The remembered secrets that expire within that many days of `now`. */
export function endingWithin(secrets: readonly RememberedSecret[], days: number, now: Date): Expiry[] {
  return secrets.flatMap((secret) => {
    const { connectionId, name, registries, expiresAt } = secret;
    const state = expiryState(expiresAt, now);
    if (expiresAt === undefined || state.kind === 'none' || state.days > days) return [];
    const by = secret.rotatedAt === undefined ? secret.registeredBy : secret.rotatedBy;
    const at = secret.rotatedAt ?? secret.registeredAt;
    return [{ tenant: connectionId, name, registries, expiresAt, changedBy: by, changedAt: at }];
  });
}

function endOf({ expiresAt }: Expiry): number {
  return Date.parse(expiresAt);
}
