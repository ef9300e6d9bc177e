import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse, type OutgoingHttpHeaders } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import helmet from 'helmet';
import { sendFailure } from '../common/error-envelope.ts';
import '../common/probe.ts';
import { isJsonType } from '../common/json-type.ts';
import { answerBadAddress } from './bad-address.ts';
import { bareAnswerHeaders, buildContentSecurityPolicy } from './headers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** For the scripts and styles of the page that answers this request; empty for answers of the API. */
    cspNonce: string;
  }
}

/** Who may call the gateway, and whom its pages may call. */
export interface SecurityOptions {
  /** The address that the gateway listens on. */
  host: string;
  /** Further origins at which the console is opened, as `URL.origin` writes them. */
  allowedOrigins: readonly string[];
  /** Origins besides its own that the console may call. */
  connectSrc: readonly string[];
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];
const methodsWithBody = new Set(['POST', 'PATCH', 'PUT']);

/** Security headers for every answer; refuses foreign Host headers and, for the API, foreign pages and forms. */
export function registerSecurity(app: FastifyInstance, options: SecurityOptions): void {
  const ownHost = options.host.includes(':') ? `[${options.host}]` : options.host;
  const directHosts = new Set([...loopbackNames, ownHost.toLowerCase()]);
  const named = options.allowedOrigins.map((origin) => new URL(origin));
  const namedHosts = new Set(named.map(({ hostname }) => hostname));
  const tlsHosts = new Set(named.flatMap((url) => (url.protocol === 'https:' ? [url.hostname] : [])));

  /** Browsers send Origin with every write and Sec-Fetch-Site with every request; other programs need neither. */
  function isOwnPage({ headers }: FastifyRequest, called: URL | undefined): boolean {
    const { origin, 'sec-fetch-site': site } = headers;
    if (site === 'cross-site') return false;
    if (origin === undefined) return site !== 'same-site';
    if (options.allowedOrigins.includes(origin)) return true;
    // The gateway itself speaks plain http, so an https origin must be one that the operator has named.
    return called !== undefined && directHosts.has(called.hostname) && origin === called.origin;
  }

  app.decorateRequest('cspNonce', '');
  const pageHeaders = readHelmetHeaders();
  app.addHook('onRequest', (request, reply, done) => {
    const { url: pattern = '', config } = request.routeOptions;
    // The matched route counts too, because an address can be written with escapes.
    const isApi = request.url.startsWith('/api/') || pattern.startsWith('/api/');
    if (isApi) reply.headers(bareAnswerHeaders);
    else {
      request.cspNonce = randomBytes(16).toString('base64url');
      const policy = buildContentSecurityPolicy(request.cspNonce, options.connectSrc);
      reply.headers(pageHeaders).header('content-security-policy', policy);
    }
    const called = parseHost(request.headers.host);
    const hostname = called?.hostname ?? '';
    // Browsers ignore this header over plain http, so it is only set for named hosts with TLS in front.
    if (tlsHosts.has(hostname)) reply.header('strict-transport-security', 'max-age=31536000');
    // A cluster probes by IP address, and these answers reveal nothing.
    if (config.probe !== true && !directHosts.has(hostname) && !namedHosts.has(hostname)) {
      return void sendFailure(reply, misdirected);
    }
    // None of our addresses contains NUL, and no database can store it.
    if (request.url.includes('%00')) return answerBadAddress(request, reply);
    if (!isApi) return done();
    if (!isOwnPage(request, called)) return void sendFailure(reply, originRefused);
    // Even without a body: a form on another page can send that, but never with this type.
    const needsType = methodsWithBody.has(request.method);
    if (needsType && !isJsonType(request.headers['content-type'])) return void sendFailure(reply, notJson);
    return done();
  });
}

/** Helmet's headers for everything that may be a page. Read once, because they are always the same. */
function readHelmetHeaders(): OutgoingHttpHeaders {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  const setHeaders = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  setHeaders(request, response, () => undefined);
  return response.getHeaders();
}

/** A Host header as the plain http address that was called; undefined if it is malformed. */
function parseHost(host: string | undefined): URL | undefined {
  const text = `http://${host ?? ''}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.pathname === '/' && url.username === '' && url.search === '' ? url : undefined;
}

const misdirected = {
  status: 421,
  code: 'MisdirectedRequest',
  message: 'The console does not serve this host name. Add it to ALLOWED_HOSTS.',
} as const;
const originRefused = {
  status: 403,
  code: 'OriginRefused',
  message: 'Only this console’s own pages may call its API. Add its other addresses to ALLOWED_HOSTS.',
} as const;
const notJson = {
  status: 415,
  code: 'UnsupportedMediaType',
  message: 'The request must be JSON.',
} as const;
