import * as z from 'zod';
import { parseJson } from '../common/parse-json.ts';
import type { StoreSettings } from '../store/store.ts';

/** The label of the bindings of SAP's service for PostgreSQL on Cloud Foundry. */
const label = 'postgresql-db';

const bindingsSchema = z.object({
  [label]: z
    .array(z.object({ credentials: z.object({ uri: z.string(), sslrootcert: z.string().optional() }) }))
    .min(1),
});

/** The address and certificates of the PostgreSQL in `VCAP_SERVICES`; empty if none is bound. Holds a password. */
export function readBoundDatabase(
  services: string | undefined,
): Pick<StoreSettings, 'databaseUrl' | 'databaseCertificates'> {
  const bindings = bindingsSchema.safeParse(parseJson(services ?? '{}')).data;
  const credentials = bindings?.[label][0]?.credentials;
  return credentials === undefined
    ? {}
    : { databaseUrl: credentials.uri, databaseCertificates: credentials.sslrootcert };
}
