import { spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { listen, stopServer } from '../../gateway/testing/listen.ts';
import type { Account } from './accounts.ts';
import { runOrThrow } from './run-program.ts';

/** git's own HTTP server over TLS on loopback, with a login and one repository: a branch `main` and a tag `v1`. */
export interface GitHost {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts it in a folder that contains `server.pem` and `server-key.pem`. */
export async function runGitHost(folder: string, { username, password }: Account): Promise<GitHost> {
  const root = path.join(folder, 'git');
  const work = path.join(folder, 'work');
  await mkdir(work);
  await writeFile(path.join(work, 'README'), 'a test\n');
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  for (const args of [
    ['init', '-q', '-b', 'main', work],
    ['-C', work, 'add', '.'],
    ['-C', work, ...identity, 'commit', '-qm', 'test'],
    ['-C', work, 'tag', 'v1'],
    ['clone', '-q', '--bare', work, path.join(root, 'pipelines.git')],
  ]) {
    await runOrThrow(folder, 'git', args);
  }
  const right = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const [cert, key] = await Promise.all([
    readFile(path.join(folder, 'server.pem')),
    readFile(path.join(folder, 'server-key.pem')),
  ]);
  const server = createServer({ cert, key }, (request, response) => {
    if (request.headers.authorization === right) serve(root, request, response);
    else response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
  });
  return { url: `https://127.0.0.1:${await listen(server)}/pipelines.git`, stop: () => stopServer(server) };
}

/** Handles one request through CGI (RFC 3875), as `git help http-backend` describes it. */
function serve(root: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '', 'https://host');
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env['PATH'],
      GIT_PROJECT_ROOT: root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REQUEST_METHOD: request.method,
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      CONTENT_TYPE: request.headers['content-type'],
      CONTENT_LENGTH: request.headers['content-length'],
      REMOTE_USER: 'test',
      REMOTE_ADDR: '127.0.0.1',
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.once('close', () => {
    const output = Buffer.concat(chunks);
    const end = output.indexOf('\r\n\r\n');
    const headers = output.subarray(0, end).toString('latin1').split('\r\n');
    let status = 200;
    for (const line of headers) {
      const [name = '', value = ''] = line.split(': ', 2);
      if (name === 'Status') status = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.writeHead(status).end(output.subarray(end + 4));
  });
}
