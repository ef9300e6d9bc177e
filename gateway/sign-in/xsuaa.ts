import { errors, XsaService, XsaToken, XsuaaService } from '@sap/xssec';
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Authentication } from './authentication.ts';
import type { Person } from './person.ts';
import type { XsuaaCredentials, XsuaaSettings } from './sign-in-settings.ts';

/** The parts of a token that are used; XSUAA writes them into each token for a person. */
const payloadSchema = z.object({
  iss: z.string(),
  exp: z.number(),
  zid: z.string().optional(),
  user_id: z.string().min(1),
  user_name: z.string().min(1),
  scope: z.array(z.string()).default([]),
  'xs.system.attributes': z.object({ 'xs.rolecollections': z.array(z.string()).default([]) }).optional(),
});
type Payload = z.infer<typeof payloadSchema>;

/**
 * Accepts the token that SAP's approuter passes on, once its signature proves that it belongs to the service instance.
 */
export function createXsuaaAuthentication({ credentials, signOutUrl }: XsuaaSettings): Authentication {
  const isProven = createProof(credentials);
  return {
    async identify(request) {
      const jwt = readBearer(request);
      return jwt === undefined ? undefined : readPerson(jwt, credentials, isProven);
    },
    signInPath: undefined,
    signOutUrl,
  };
}

function readBearer({ headers }: FastifyRequest): string | undefined {
  return /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(headers.authorization ?? '')?.[1];
}

async function readPerson(
  jwt: string,
  credentials: XsuaaCredentials,
  isProven: (token: XsaToken) => Promise<boolean>,
): Promise<Person | undefined> {
  const token = parseToken(jwt);
  const payload = payloadSchema.safeParse(token?.payload).data;
  if (token === undefined || payload === undefined || !isOfTenant(payload, credentials)) return undefined;
  return (await isProven(token)) ? buildPerson(payload, credentials.xsappname) : undefined;
}

function parseToken(jwt: string): XsaToken | undefined {
  try {
    return new XsaToken(jwt);
  } catch {
    return undefined;
  }
}

/** SAP's library checks audience, times and signature, but leaves the issuer to us. */
function isOfTenant({ iss, zid }: Payload, { url, identityzoneid }: XsuaaCredentials): boolean {
  const isIssuer = iss === `${url.replace(/\/$/, '')}/oauth/token`;
  return isIssuer && (identityzoneid === undefined || zid === identityzoneid);
}

/** Tries the key of the binding first, which needs no request, then the keys that XSUAA has now. */
function createProof(credentials: XsuaaCredentials): (token: XsaToken) => Promise<boolean> {
  const secretless = { clientsecret: '', ...credentials };
  const offline = credentials.verificationkey === undefined ? undefined : new XsaService(secretless);
  const withKeys = withCurrentKeys(() => new XsuaaService(secretless, ownKeys));
  return async (token) => {
    // Without a key's name the library uses the binding's key. The signature still covers the token's original text.
    const unnamed = new XsaToken(token.jwt, {
      header: { alg: token.header.alg ?? 'none' },
      payload: token.payload,
    });
    return (offline !== undefined && (await accepts(offline, unnamed))) || withKeys(token);
  };
}

/** By default the library shares keys between all services of a process, for up to half an hour. */
const ownKeys = { validation: { jwks: { shared: false } } };
/** Invented tokens cause requests to XSUAA no more often than this. */
const keyPauseMs = 30_000;

/** Reads the keys again if none of the known ones signed the token: XSUAA may have new ones. */
function withCurrentKeys(open: () => XsuaaService): (token: XsaToken) => Promise<boolean> {
  let service = open();
  let openedAt = performance.now();
  return async (token) => {
    if (await accepts(service, token)) return true;
    if (performance.now() - openedAt < keyPauseMs) return false;
    openedAt = performance.now();
    const renewed = open();
    // If they cannot be read, this throws and the known keys stay.
    const isOwn = await accepts(renewed, token);
    service = renewed;
    return isOwn;
  };
}

async function accepts(service: XsuaaService, token: XsaToken): Promise<boolean> {
  try {
    await service.createSecurityContext(token);
    return true;
  } catch (error) {
    if (error instanceof errors.ValidationError) return false;
    throw error;
  }
}

function buildPerson(payload: Payload, appName: string): Person {
  const own = `${appName}.`;
  const scopes = payload.scope.flatMap((scope) => (scope.startsWith(own) ? [scope.slice(own.length)] : []));
  return {
    id: payload.user_id,
    name: payload.user_name,
    issuer: payload.iss,
    groups: payload['xs.system.attributes']?.['xs.rolecollections'] ?? [],
    roles: scopes,
  };
}
