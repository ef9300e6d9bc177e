import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeCertificates } from '../registry/certificates.ts';

/** A registry on loopback that speaks as much of the protocol as a check needs: one account, one image. */
export interface LoopbackRegistry {
  /** `127.0.0.1:PORT` */
  readonly host: string;
  /** The authority of its certificate, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string;
  stop(): Promise<void>;
}

/** The account that it lets in, and the image that it has. */
export const account = { username: 'jane', password: 'not-a-real-token' };
export const image = 'team/app:1.0';

/** Starts one on a free port; whoever starts it stops it. */
export async function startLoopbackRegistry(): Promise<LoopbackRegistry> {
  const folder = await mkdtemp(path.join(tmpdir(), 'loopback-registry-'));
  const { trusted, certificate, key } = await makeCertificates(folder);
  const [cert, privateKey] = await Promise.all([readFile(certificate), readFile(key)]);
  const right = `Basic ${btoa(`${account.username}:${account.password}`)}`;
  const server = createServer({ cert, key: privateKey }, (request, response) => {
    const send = (status: number, body: object, headers = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(body));
    if (request.headers.authorization !== right)
      return send(
        401,
        { errors: [{ code: 'UNAUTHORIZED' }] },
        { 'www-authenticate': 'Basic realm="loopback"' },
      );
    if (request.url === '/v2/') return send(200, {});
    return request.url === '/v2/team/app/manifests/1.0'
      ? send(200, { manifests: [{ platform: { os: 'linux', architecture: 'amd64' } }] })
      : send(404, { errors: [{ code: 'NAME_UNKNOWN' }] });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the registry does not listen on a port');
  return {
    host: `127.0.0.1:${address.port}`,
    authority: path.join(trusted, 'ca.crt'),
    async stop() {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
