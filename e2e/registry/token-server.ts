import { createSign, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import path from 'node:path';
import { listen, stopServer } from '../../gateway/testing/listen.ts';
import { plain, publisher, type Account } from './accounts.ts';
import type { Certificates } from './certificates.ts';

/**
 * A token server by the distribution specification, for one registry: the publisher may do everything, `plain` may pull
 * one repository.
 */
export interface TokenServer {
  /** The section about it in the registry's configuration. */
  readonly auth: object;
  stop(): Promise<void>;
}

const issuer = 'test';
const service = 'test-registry';

const rights: readonly (readonly [Account, (repository: string) => string[]])[] = [
  [publisher, () => ['pull', 'push']],
  [plain, (repository) => (repository === 'team/tiny' ? ['pull'] : [])],
];

/** Starts one on loopback; its tokens are signed with the key of the test's server. */
export async function startTokenServer({ trusted, certificate, key }: Certificates): Promise<TokenServer> {
  const [cert, privateKey] = await Promise.all([readFile(certificate), readFile(key)]);
  const chain = [new X509Certificate(cert).raw.toString('base64')];
  const server = createServer({ cert, key: privateKey }, (request, response) => {
    const right = rights.find(([account]) => request.headers.authorization === basic(account));
    if (!right) return response.writeHead(401).end();
    const scopes = new URL(request.url ?? '', 'https://host').searchParams.getAll('scope');
    const access = scopes.flatMap((scope) => {
      const [type = '', name = ''] = scope.split(':');
      return [{ type, name, actions: right[1](name) }];
    });
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: issuer,
      aud: service,
      sub: right[0].username,
      iat: now,
      nbf: now - 10,
      exp: now + 300,
      jti: '1',
      access,
    };
    const token = sign({ typ: 'JWT', alg: 'RS256', x5c: chain }, claims, privateKey);
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ token }));
  });
  const realm = `https://127.0.0.1:${await listen(server)}/token`;
  const rootcertbundle = path.join(trusted, 'ca.crt');
  return {
    auth: { token: { realm, service, issuer, rootcertbundle } },
    stop: () => stopServer(server),
  };
}

function basic({ username, password }: Account): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}

function sign(header: object, claims: object, key: Buffer): string {
  const text = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}
