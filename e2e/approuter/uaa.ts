import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { SignJWT } from 'jose';
import { listen, stopServer } from '../../gateway/testing/listen.ts';
import { createTestAuthority } from '../../gateway/testing/test-certificates.ts';

/** Changes to what XSUAA writes into every token. */
export interface TokenChanges {
  readonly claims?: Record<string, unknown>;
  readonly key?: KeyObject;
  readonly lifetimeSeconds?: number;
}

/** The credentials of an application for its instance of the service. */
type XsuaaBinding = Record<
  'clientid' | 'clientsecret' | 'xsappname' | 'url' | 'uaadomain' | 'verificationkey',
  string
> &
  Record<string, string>;

/** An authorization server like XSUAA. It signs in Jo Weber without asking, as if she was signed in already. */
export interface TestUaa {
  readonly credentials: XsuaaBinding;
  /** The file with the certificate to trust; the server speaks https only. */
  readonly caFile: string;
  /** Applied to all tokens from now on. */
  changes: TokenChanges;
  /** How often somebody was sent here to sign in. */
  readonly signIns: number;
  readonly signOuts: number;
  sign(changes?: TokenChanges): Promise<string>;
  stop(): Promise<void>;
}

const keyId = 'test-key';

/** Starts one on a free port of this machine, with one client. */
export async function startTestUaa(): Promise<TestUaa> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', alg: 'RS256' };
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  let signIns = 0;
  let signOuts = 0;
  const authority = createTestAuthority();
  const server = createServer(authority.issue('uaa', { hosts: ['DNS:localhost'] }), (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    request.resume();
    if (url.pathname === '/oauth/authorize') {
      signIns += 1;
      response.writeHead(302, { location: backToClient(url) }).end();
    } else if (url.pathname === '/oauth/token') {
      void uaa.sign(uaa.changes).then((token) => sendJson(response, buildGrant(token, uaa.changes)));
    } else if (url.pathname === '/token_keys') {
      sendJson(response, { keys: [{ ...jwk, value: pem }] });
    } else if (url.pathname === '/logout.do') {
      signOuts += 1;
      response.writeHead(302, { location: url.searchParams.get('redirect') ?? '/' }).end();
    } else response.writeHead(404).end();
  });
  const host = `localhost:${await listen(server)}`;
  const origin = `https://${host}`;
  const credentials = {
    clientid: 'sb-console!t1',
    clientsecret: 'not-a-real-client-secret',
    xsappname: 'console!t1',
    url: origin,
    uaadomain: host,
    identityzone: 'acme',
    identityzoneid: 'acme-zone',
    tenantid: 'acme-zone',
    tenantmode: 'dedicated',
    verificationkey: pem,
  };
  const uaa: TestUaa = {
    credentials,
    caFile: authority.file,
    changes: {},
    get signIns() {
      return signIns;
    },
    get signOuts() {
      return signOuts;
    },
    sign: ({ claims = {}, key = privateKey, lifetimeSeconds = 600 } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ ...buildClaims(credentials), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: keyId, jku: `${origin}/token_keys` })
        .setIssuedAt(now)
        .setExpirationTime(now + lifetimeSeconds)
        .sign(key);
    },
    stop: () => {
      authority.remove();
      return stopServer(server);
    },
  };
  return uaa;
}

function buildClaims({ clientid, xsappname, url }: XsuaaBinding) {
  return {
    jti: randomUUID(),
    iss: `${url}/oauth/token`,
    aud: [xsappname, clientid],
    client_id: clientid,
    cid: clientid,
    azp: clientid,
    zid: 'acme-zone',
    grant_type: 'authorization_code',
    origin: 'ldap',
    user_id: 'invented-user',
    user_name: 'jo.weber@example.com',
    email: 'jo.weber@example.com',
    scope: ['openid', `${xsappname}.editor`],
    'xs.system.attributes': { 'xs.rolecollections': ['Console administrators'] },
    ext_attr: { zdn: 'acme', enhancer: 'XSUAA' },
  };
}

function buildGrant(token: string, { lifetimeSeconds = 600 }: TokenChanges) {
  return {
    access_token: token,
    refresh_token: `refresh-${randomUUID()}`,
    token_type: 'bearer',
    expires_in: lifetimeSeconds,
    scope: 'openid',
    jti: randomUUID(),
  };
}

function backToClient({ searchParams }: URL): string {
  const back = new URL(searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', randomUUID());
  const state = searchParams.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return back.href;
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
