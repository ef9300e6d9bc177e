import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, stopServer } from './listen.ts';
import { parseServiceKey, type ServiceKey } from '../service-keys/service-key.ts';

/** A request as the fake admin API got it. */
interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

type Answer = (request: ReceivedRequest, response: ServerResponse) => void;

/** An OAuth server and admin API in one, whose answers a test can replace. */
export interface FakeUpstream {
  url: string;
  /** Requests to the admin API, oldest first. */
  received: ReceivedRequest[];
  /** Bodies of the token requests, oldest first. */
  tokenRequests: string[];
  /** The lifetime of tokens in seconds. Tokens are `test-token-1`, `test-token-2`, … */
  tokenLifetime: number;
  answer: Answer;
  answerToken: Answer | undefined;
  /** Resolves when the next admin request has arrived. */
  nextRequest(): Promise<ReceivedRequest>;
  close(): Promise<void>;
}

/** Starts a fake upstream on a free loopback port; it answers `{"ok":true}` until a test changes that. */
export async function startFakeUpstream(): Promise<FakeUpstream> {
  let announce: ((request: ReceivedRequest) => void) | undefined;
  const server = createServer((message, response) => {
    void read(message).then((request) => {
      if (request.url === '/oauth/token') return sendToken(request, response);
      fake.received.push(request);
      fake.answer(request, response);
      return announce?.(request);
    });
  });
  const sendToken = (request: ReceivedRequest, response: ServerResponse) => {
    fake.tokenRequests.push(request.body);
    if (fake.answerToken !== undefined) return fake.answerToken(request, response);
    const token = `test-token-${fake.tokenRequests.length}`;
    return sendJson(response, 200, {
      access_token: token,
      token_type: 'bearer',
      expires_in: fake.tokenLifetime,
    });
  };
  const port = await listen(server);
  const fake: FakeUpstream = {
    url: `http://127.0.0.1:${port}`,
    received: [],
    tokenRequests: [],
    tokenLifetime: 3600,
    answer: (_request, response) => sendJson(response, 200, { ok: true }),
    answerToken: undefined,
    nextRequest: () =>
      new Promise((arrived) => {
        announce = arrived;
      }),
    close: () => stopServer(server),
  };
  return fake;
}

/** Ends `response` with a JSON body. */
export function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A client secret service key for a server at `url`. */
export function buildTestKey(url: string, changes: Record<string, unknown> = {}) {
  return {
    clientid: 'test-client',
    clientsecret: 'planted-client-secret',
    url,
    identityzone: 'acme',
    identityzoneid: 'acme-zone-id',
    appname: 'test-app',
    serviceurls: { AI_API_URL: url },
    ...changes,
  };
}

/** {@link buildTestKey}, parsed as the gateway parses it. */
export function parseTestKey(url: string, changes: Record<string, unknown> = {}): ServiceKey {
  const result = parseServiceKey(buildTestKey(url, changes));
  if (!result.ok) throw new Error(result.reason);
  return result.key;
}

async function read(message: IncomingMessage): Promise<ReceivedRequest> {
  const { method = '', url = '', headers } = message;
  return { method, url, headers, body: await text(message) };
}
