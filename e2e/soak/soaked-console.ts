import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTestPostgres } from '../../gateway/testing/test-postgres.ts';
import { startTestProvider, testClientId } from '../../gateway/testing/test-provider.ts';
import { freePort, startNginx } from '../deploy/nginx.ts';
import { startProcess, type RunningProcess } from '../stack.ts';

/** Two gateways behind nginx that share a PostgreSQL, with sign-in, in front of a simulator. */
export interface SoakedConsole {
  readonly url: string;
  readonly databaseUrl: string;
  /** The second one is replaced by a restart. */
  readonly gateways: RunningProcess[];
  restartSecond(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSoakedConsole(tenants: number): Promise<SoakedConsole> {
  const keysDir = await mkdtemp(path.join(tmpdir(), 'service-keys-'));
  const [port, firstPort, secondPort] = [await freePort(), await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const postgres = await startTestPostgres();
  const databaseUrl = await postgres.createDatabase();
  const provider = await startTestProvider(url);
  const simulator = await startProcess('simulator/main.ts', [
    '--port',
    '0',
    '--keys-dir',
    keysDir,
    '--tenants',
    String(tenants),
    '--secrets',
    '10',
    '--latency',
    '20',
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
      // One person does here what hundreds do elsewhere.
      WRITES_PER_MINUTE: '100000',
      SIGN_INS_PER_MINUTE: '1000',
    });
  const gateways = [await startGateway(firstPort), await startGateway(secondPort)];
  const changes = () => ({
    'listen 443 ssl http2;': `listen 127.0.0.1:${port};`,
    'ssl_certificate /etc/ssl/console.example.com.pem;': '',
    'ssl_certificate_key /etc/ssl/console.example.com.key;': '',
    'console.example.com': '127.0.0.1',
    'server 127.0.0.1:8080;': `server 127.0.0.1:${firstPort};\n    server 127.0.0.1:${secondPort};`,
  });
  const nginx = await startNginx('docs/deploy/nginx-gateway.conf', changes, port);
  return {
    url,
    databaseUrl,
    gateways,
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
