import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface RunningNginx {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts nginx with HTTP/2 and a certificate for this run, in front of a server on this machine. */
export async function startNginx(upstream: string): Promise<RunningNginx> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-nginx-'));
  const port = await findFreePort();
  const certificate = spawnSync(
    'openssl',
    [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-days',
      '1',
    ].concat(['-subj', '/CN=127.0.0.1', '-keyout', 'key.pem', '-out', 'cert.pem']),
    { cwd: folder, encoding: 'utf8' },
  );
  if (certificate.status !== 0) throw new Error(`openssl made no certificate: ${certificate.stderr}`);
  await writeFile(path.join(folder, 'nginx.conf'), nginxConfig(port, new URL(upstream).host));
  const nginx = spawn('/usr/sbin/nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    stdio: 'inherit',
  });
  const ended = new Promise<void>((resolve) => {
    nginx.once('exit', () => resolve());
  });
  const url = `https://127.0.0.1:${port}`;
  await waitForPort(port);
  return {
    url,
    stop: async () => {
      nginx.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function nginxConfig(port: number, upstream: string): string {
  return `
daemon off;
worker_processes 1;
pid nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  # nginx ends a connection after 1000 requests unless told otherwise, and refuses those on their way.
  keepalive_requests 100000;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  upstream console { server ${upstream}; keepalive 64; }
  server {
    listen 127.0.0.1:${port} ssl http2;
    ssl_certificate cert.pem;
    ssl_certificate_key key.pem;
    location / {
      proxy_pass http://console;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
    }
  }
}
`;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system gave no port'));
      });
    });
  });
}

async function waitForPort(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answered = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error('nginx does not answer');
}
