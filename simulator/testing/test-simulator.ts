import { z } from 'zod';
import {
  startSimulator,
  type RunningSimulator,
  type SimulatorOptions,
  type TenantServiceKey,
} from '../start-simulator.ts';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

interface CallOptions {
  /** Replaces the tenant's own token; an empty text sends a header without a token. */
  readonly token?: string;
  readonly body?: unknown;
  readonly text?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface TestTenant {
  readonly token: string;
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Reply>;
}

export interface TestSimulator extends RunningSimulator {
  readonly tenant: (id: string) => Promise<TestTenant>;
  readonly inspect: (path: string, method?: string) => Promise<Reply>;
}

const errorSchema = z.strictObject({
  error: z.strictObject({
    code: z.string().min(1),
    message: z.string().min(1),
    requestId: z.uuid(),
    target: z.string(),
    details: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
  }),
});

const tokenSchema = z.object({ access_token: z.string() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function readReply(response: Response): Promise<Reply> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parseJson(text) };
}

/** Sends a request and reads the whole answer. */
export async function sendRequest(url: string, init?: RequestInit): Promise<Reply> {
  return readReply(await fetch(url, init));
}

/** The error in an answer; throws if the answer is not in AI Core's envelope. */
export function readError(reply: Reply): z.infer<typeof errorSchema>['error'] {
  return errorSchema.parse(reply.json).error;
}

/** The body that registers a secret. The credentials are invented. */
export function buildSecretBody(name: string, password = 'not-a-real-token'): object {
  const auths = { 'ghcr.io': { username: 'robot', password } };
  return { name, data: { '.dockerconfigjson': JSON.stringify({ auths }) } };
}

/** Fetches a token with a service key, with the credentials in the form. */
export async function fetchToken({ serviceKey }: TenantServiceKey): Promise<string> {
  const { clientid, clientsecret, url } = serviceKey;
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientid,
    client_secret: clientsecret,
  });
  const reply = await sendRequest(`${url}/oauth/token`, { method: 'POST', body });
  return tokenSchema.parse(reply.json).access_token;
}

function createTenantClient(url: string, token: string): TestTenant {
  return {
    token,
    call: (method, path, options = {}) => {
      const text = options.text ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
      const headers = new Headers(options.headers);
      if (options.token !== null) headers.set('authorization', `Bearer ${options.token ?? token}`);
      if (text !== undefined) headers.set('content-type', options.contentType ?? 'application/json');
      return sendRequest(`${url}/v2/admin${path}`, {
        method,
        headers,
        ...(text === undefined ? {} : { body: text }),
        ...(options.signal ? { signal: options.signal } : {}),
      });
    },
  };
}

/** Starts a simulator on a free port that can be inspected, with clients for its tenants. */
export async function startTestSimulator(options: SimulatorOptions = {}): Promise<TestSimulator> {
  const simulator = await startSimulator({ inspect: true, ...options });
  return {
    ...simulator,
    tenant: async (id) => {
      const key = simulator.serviceKeys.find(({ tenantId }) => tenantId === id);
      if (!key) throw new Error(`There is no tenant ${id}.`);
      return createTenantClient(simulator.url, await fetchToken(key));
    },
    inspect: (path, method = 'GET') => sendRequest(`${simulator.url}/inspect${path}`, { method }),
  };
}
