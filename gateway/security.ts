import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sendFailure } from './error-envelope.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** For the scripts and styles of the page that answers this request. */
    cspNonce: string;
  }
}

/** Who may talk to the gateway, and whom its page may talk to. */
export interface SecurityOptions {
  /** The address that the gateway listens on. */
  host: string;
  /** Further host names under which it is known, in lower case. */
  allowedHosts: readonly string[];
  /** Origins besides its own that the page may call. */
  connectSrc: readonly string[];
}

const loopbackNames = ['localhost', '127.0.0.1', '[::1]'];

/** Security headers for every answer; refuses foreign Host and, for the API, foreign Origin headers. */
export async function registerSecurity(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  const ownHost = options.host.includes(':') ? `[${options.host}]` : options.host;
  const knownHosts = new Set([...loopbackNames, ownHost.toLowerCase(), ...options.allowedHosts]);
  const namedHosts = new Set(options.allowedHosts);

  app.decorateRequest('cspNonce', '');
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', async (request, reply) => {
    request.cspNonce = randomBytes(16).toString('base64url');
    reply.header('content-security-policy', buildContentSecurityPolicy(request.cspNonce, options.connectSrc));
    const hostname = readHostname(`http://${request.headers.host ?? ''}`);
    // Over plain http browsers ignore this header, so it only speaks where a named host has TLS in front.
    if (namedHosts.has(hostname)) reply.header('strict-transport-security', 'max-age=31536000');
    // A probe of a cluster asks by address, and its answer tells nothing.
    const isProbe = request.routeOptions.url === '/healthz';
    if (!isProbe && !knownHosts.has(hostname)) return sendFailure(reply, misdirected);
    // The matched route counts too: an address can be written with escapes.
    const isApi = [request.url, request.routeOptions.url ?? ''].some((path) => path.startsWith('/api/'));
    if (isApi && !isSameOrigin(request, namedHosts)) return sendFailure(reply, originRefused);
    return undefined;
  });
}

/** The policy of one answer: scripts and styles of this origin or with `nonce`, and nothing embedded. */
export function buildContentSecurityPolicy(nonce: string, connectSrc: readonly string[]): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    ["connect-src 'self'", ...connectSrc].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Browsers send Origin with every write and Sec-Fetch-Site with every request; other programs need neither. */
function isSameOrigin(request: FastifyRequest, namedHosts: ReadonlySet<string>): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'cross-site') return false;
  if (origin === undefined) return site !== 'same-site';
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  const isOwn = readHostAndPort(`${url.protocol}//${host ?? ''}`) === url.host;
  return isWeb && (isOwn || namedHosts.has(url.hostname));
}

/** In lower case, with a default port left out; empty when it is no address. */
function readHostAndPort(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}

function readHostname(url: string): string {
  if (!URL.canParse(url)) return '';
  const { hostname, pathname, username } = new URL(url);
  return pathname === '/' && username === '' ? hostname : '';
}

const misdirected = {
  status: 421,
  code: 'MisdirectedRequest',
  message: 'This host name is not one of the console. ALLOWED_HOSTS can name further ones.',
} as const;
const originRefused = {
  status: 403,
  code: 'OriginRefused',
  message: 'Only pages of this console may call its API.',
} as const;
