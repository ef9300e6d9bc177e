import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../gateway/testing/free-port.ts';
import { startTestPostgres } from '../../gateway/testing/test-postgres.ts';
import { startTestProvider, testClientId } from '../../gateway/testing/test-provider.ts';
import { SimulatorInspection, startProcess, type RunningProcess } from '../stack.ts';
import { createCertificate } from './certificate.ts';
import { startNginx } from './nginx.ts';

// Chromium resolves every name below .localhost to this machine.
const tlsName = 'console.localhost';

/** Two gateways behind nginx that share a PostgreSQL, with sign-in, in front of a simulator. */
export interface TwoGateways {
  /** Of nginx. */
  readonly url: string;
  readonly databaseUrl: string;
  /** A restart replaces the second one. */
  readonly gateways: RunningProcess[];
  readonly simulator: SimulatorInspection;
  restartSecond(): Promise<void>;
  stop(): Promise<void>;
}

export interface TwoGatewaysOptions {
  /** Additional switches of `npm run simulator`. */
  readonly simulatorArgs: readonly string[];
  /** Additional settings of both gateways. */
  readonly env?: Record<string, string>;
  /** Over TLS and HTTP/2, as documented; otherwise over plain HTTP on this machine. */
  readonly tls: boolean;
}

export async function startTwoGateways({
  simulatorArgs,
  env,
  tls,
}: TwoGatewaysOptions): Promise<TwoGateways> {
  const keysDir = await mkdtemp(path.join(tmpdir(), 'service-keys-'));
  const [port, firstPort, secondPort] = [await freePort(), await freePort(), await freePort()];
  const url = tls ? `https://${tlsName}:${port}` : `http://127.0.0.1:${port}`;
  const postgres = await startTestPostgres();
  const databaseUrl = await postgres.createDatabase();
  const provider = await startTestProvider(url);
  const simulator = await startProcess('simulator/main.ts', [
    '--port',
    '0',
    '--keys-dir',
    keysDir,
    ...simulatorArgs,
  ]);
  const startGateway = (own: number) =>
    startProcess('gateway/main.ts', [], {
      PORT: String(own),
      CONSOLE_AUTH: 'oidc',
      PUBLIC_URL: url,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: testClientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      AICORE_SERVICE_KEYS_DIR: keysDir,
      DATABASE_URL: databaseUrl,
      ...env,
    });
  const gateways = await Promise.all([firstPort, secondPort].map((own) => startGateway(own)));
  const bothServers = {
    'server 127.0.0.1:8080;': `server 127.0.0.1:${firstPort};\n    server 127.0.0.1:${secondPort};`,
  };
  const overTls = (folder: string) => {
    createCertificate(folder, tlsName);
    return {
      'listen 443 ssl http2;': `listen 127.0.0.1:${port} ssl http2;`,
      '/etc/ssl/console.example.com.pem': path.join(folder, 'cert.pem'),
      '/etc/ssl/console.example.com.key': path.join(folder, 'key.pem'),
      'console.example.com': tlsName,
      ...bothServers,
    };
  };
  const plain = () => ({
    'listen 443 ssl http2;': `listen 127.0.0.1:${port};`,
    'ssl_certificate /etc/ssl/console.example.com.pem;': '',
    'ssl_certificate_key /etc/ssl/console.example.com.key;': '',
    'console.example.com': '127.0.0.1',
    ...bothServers,
  });
  const changes = (_port: number, folder: string) => (tls ? overTls(folder) : plain());
  const nginx = await startNginx('docs/deploy/nginx-gateway.conf', changes, port);
  return {
    url,
    databaseUrl,
    gateways,
    simulator: new SimulatorInspection(simulator.url),
    async restartSecond() {
      await gateways[1]?.stop();
      gateways[1] = await startGateway(secondPort);
    },
    async stop() {
      await nginx.stop();
      await Promise.all(gateways.map((gateway) => gateway.stop()));
      await Promise.all([simulator.stop(), provider.stop()]);
      await postgres.stop();
      await rm(keysDir, { recursive: true });
    },
  };
}
