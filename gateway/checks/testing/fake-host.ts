import { createServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { afterAll, beforeEach } from 'vitest';
import { listen } from '../../testing/listen.ts';
import { buildTestApp, captureLog, openTestTenants, type CapturedLog } from '../../testing/test-app.ts';
import { startForwardProxy } from '../../testing/forward-proxy.ts';
import { createTestAuthority } from '../../testing/test-certificates.ts';
import { noProxy } from '../../forwarding/dispatcher.ts';
import type { Resolve } from '../addresses.ts';
import type { RegistryCheck, RepositoryCheck } from '../contract.ts';
import type { CheckSettings } from '../register-checks.ts';

/** A request as a fake registry or Git host got it. */
export interface HostCall {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** The answer; a body that is an object is sent as JSON, unless it is bytes. */
export interface HostAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string | object;
}

export type Answers = (call: HostCall) => HostAnswer | undefined | Promise<HostAnswer>;

/** The gateway's answer to a check, good or bad; the test knows which fields it has. */
interface HostReply extends RegistryCheck, RepositoryCheck {
  readonly error: { readonly code: string };
}

/** One server behind a proxy that plays every host a test names, and a gateway in front. */
export interface FakeHosts {
  /** The answers from now on; undefined closes the connection without an answer. */
  answers: Answers;
  readonly calls: HostCall[];
  readonly log: CapturedLog;
  /** What the proxy was asked to reach. */
  readonly tunnels: { target: string }[];
  post(
    path: string,
    body: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: HostReply; text: string }>;
  close(): Promise<void>;
}

const publicAddress: Resolve = async () => [{ address: '93.184.216.34', family: 4 }];

/** For tests that are not about limits. */
const anyNumber = { perMinute: 1000, perMinuteAndHost: 1000, atOncePerCaller: 1000, atOnce: 1000 };

/** Starts them with certificates for `hosts`; `settings` are the gateway's settings for checks. */
export async function startFakeHosts(
  hosts: readonly string[],
  settings: Partial<CheckSettings> = {},
): Promise<FakeHosts> {
  const authority = createTestAuthority();
  const names = hosts.map((host) => (/^[\d.]+$/.test(host) ? `IP:${host}` : `DNS:${host}`));
  const server = createServer(authority.issue('hosts', { hosts: names }), (message, response) => {
    void text(message).then(async (body) => {
      const { method = '', headers } = message;
      const url = new URL(message.url ?? '', 'https://host');
      const call: HostCall = {
        host: headers.host ?? '',
        method,
        path: url.pathname,
        query: url.searchParams,
        authorization: headers.authorization,
        body,
      };
      fake.calls.push(call);
      const answer = await fake.answers(call);
      if (answer === undefined) return message.socket.destroy();
      const isText =
        answer.body === undefined || typeof answer.body === 'string' || Buffer.isBuffer(answer.body);
      const type = isText ? {} : { 'content-type': 'application/json' };
      response.writeHead(answer.status, { ...type, ...answer.headers });
      return response.end(isText ? answer.body : JSON.stringify(answer.body));
    });
  });
  const port = await listen(server);
  const proxy = await startForwardProxy(() => `https://127.0.0.1:${port}`);
  const log = captureLog();
  const app = await buildTestApp(
    await openTestTenants({}, log),
    {
      proxy: { ...noProxy, https: proxy.url },
      checks: {
        allowedHosts: [],
        ca: authority.cert,
        resolve: publicAddress,
        limits: anyNumber,
        ...settings,
      },
    },
    log,
  );
  const fake: FakeHosts = {
    answers: () => ({ status: 404 }),
    calls: [],
    log,
    tunnels: proxy.tunnels,
    async post(path, body, headers = {}) {
      const answer = await app.inject({
        method: 'POST',
        url: path,
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
      return { status: answer.statusCode, body: answer.json(), text: answer.body };
    },
    async close() {
      await app.close();
      await proxy.close();
      server.closeAllConnections();
      server.close();
      authority.remove();
    },
  };
  return fake;
}

/** The same hosts for all tests of a file; each test begins without calls. */
export async function useFakeHosts(
  names: readonly string[],
  settings?: Partial<CheckSettings>,
): Promise<FakeHosts> {
  const hosts = await startFakeHosts(names, settings);
  afterAll(() => hosts.close());
  beforeEach(() => {
    hosts.calls.length = 0;
    hosts.tunnels.length = 0;
  });
  return hosts;
}
