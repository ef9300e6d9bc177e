import { randomBytes, randomUUID } from 'node:crypto';
import { fixedUuid } from '../state/fixed-ids.ts';
import type { TenantSeed } from '../state/seed.ts';

/** A service key of AI Core, of the kind with a client secret. */
export interface ServiceKey {
  readonly clientid: string;
  readonly clientsecret: string;
  readonly url: string;
  readonly identityzone: string;
  readonly identityzoneid: string;
  readonly appname: string;
  readonly serviceurls: { readonly AI_API_URL: string };
}

/** The part of a service key that is known before the simulator listens. */
export type Client = Pick<ServiceKey, 'clientid' | 'clientsecret' | 'appname'>;

/**
 * New credentials for a tenant. The client id is also new at each start, because SAP's libraries remember the token
 * address of a client id as long as a process lives, and a second simulator has a different address.
 */
export function createClient(seed: TenantSeed): Client {
  const instance = `${randomUUID()}!b1001|aicore!b1`;
  return {
    clientid: `sb-${instance}`,
    clientsecret: `${randomUUID()}$${randomBytes(32).toString('base64')}`,
    appname: `${fixedUuid('application', seed.id)}!b1001|aicore!b1`,
  };
}

/** The service key for a simulator that listens on `origin`. */
export function buildServiceKey(seed: TenantSeed, client: Client, origin: string): ServiceKey {
  return {
    clientid: client.clientid,
    clientsecret: client.clientsecret,
    url: origin,
    identityzone: seed.id,
    identityzoneid: seed.zoneId,
    appname: client.appname,
    serviceurls: { AI_API_URL: origin },
  };
}
