import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listen } from '../../gateway/testing/listen.ts';
import { freePort } from '../../gateway/testing/free-port.ts';
import { makeCertificates } from '../registry/certificates.ts';
import { runGitHost } from '../registry/git-host.ts';

/** The account that these hosts accept, and the image in the registry. */
export const account = { username: 'jane', password: 'not-a-real-token' };
export const image = 'team/app:1.0';

const right = `Basic ${btoa(`${account.username}:${account.password}`)}`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json = (status: number, body: object, headers = {}): Answer => {
  return (_request, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));
};
const failed = (status: number, code: string) => json(status, { errors: [{ code }] });
const asksForLogin = json(
  401,
  { errors: [{ code: 'UNAUTHORIZED' }] },
  { 'www-authenticate': 'Basic realm="loopback"' },
);
const builtFor = (architecture: string) =>
  json(200, { manifests: [{ platform: { os: 'linux', architecture } }] });

/** What a registry answers about its images after a login. */
const images: Readonly<Record<string, Answer>> = {
  '/v2/': json(200, {}),
  '/v2/team/app/manifests/1.0': builtFor('amd64'),
  '/v2/team/app/manifests/2.0': failed(404, 'MANIFEST_UNKNOWN'),
  '/v2/team/arm/manifests/1.0': builtFor('arm64'),
  '/v2/team/private/manifests/1.0': failed(403, 'DENIED'),
  '/v2/team/busy/manifests/1.0': json(429, {}, { 'retry-after': '90' }),
};

/** The answers of each host, named by what is special about it. */
const answers = {
  registry: (request, response) =>
    request.headers.authorization === right
      ? (images[request.url ?? ''] ?? failed(404, 'NAME_UNKNOWN'))(request, response)
      : asksForLogin(request, response),
  webPage: (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello'),
  busy: json(429, {}, { 'retry-after': '90' }),
  anonymous: json(200, {}, { 'docker-distribution-api-version': 'registry/2.0' }),
  foreignLogin: json(401, {}, { 'www-authenticate': 'Bearer realm="https://login.example.net/token"' }),
  broken: json(503, {}),
  puzzling: (request, response) =>
    (request.headers.authorization === undefined ? asksForLogin : json(418, {}))(request, response),
} satisfies Record<string, Answer>;

/** Hosts on loopback that answer differently: `127.0.0.1:PORT`, by name. */
export interface LoopbackHosts {
  readonly hosts: Readonly<
    Record<keyof typeof answers | 'otherAuthority' | 'silent' | 'plainHttp' | 'closed', string>
  >;
  /** A repository served by git's own server, with a branch `main` and a tag `v1`. */
  readonly repository: string;
  /** The certificate authority, for NODE_EXTRA_CA_CERTS. */
  readonly authority: string;
  stop(): Promise<void>;
}

/** Starts them on free ports; the caller stops them. */
export async function startLoopbackHosts(): Promise<LoopbackHosts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'loopback-hosts-'));
  const strange = path.join(folder, 'strange');
  await mkdir(strange);
  const [known, unknown] = await Promise.all([makeCertificates(folder), makeCertificates(strange)]);
  const git = await runGitHost(folder, account);
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const start = async (server: Server) => {
    servers.push(server.on('connection', (socket: Socket) => sockets.add(socket)));
    return `127.0.0.1:${await listen(server)}`;
  };
  const identity = async ({ certificate, key }: typeof known) => ({
    cert: await readFile(certificate),
    key: await readFile(key),
  });
  const trusted = await identity(known);
  const named = (name: keyof typeof answers) => start(createTlsServer(trusted, answers[name]));
  const hosts = {
    registry: await named('registry'),
    webPage: await named('webPage'),
    busy: await named('busy'),
    anonymous: await named('anonymous'),
    foreignLogin: await named('foreignLogin'),
    broken: await named('broken'),
    puzzling: await named('puzzling'),
    otherAuthority: await start(createTlsServer(await identity(unknown), answers.registry)),
    silent: await start(createServer()),
    plainHttp: await start(createServer((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\n'))),
    closed: `127.0.0.1:${await freePort()}`,
  };
  return {
    hosts,
    repository: git.url,
    authority: path.join(known.trusted, 'ca.crt'),
    async stop() {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
      await git.stop();
      await rm(folder, { recursive: true });
    },
  };
}
