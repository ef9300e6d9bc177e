import type { LookupFunction } from 'node:net';
import { EnvHttpProxyAgent, errors, type Dispatcher } from 'undici';
import type { ClientCertificate } from '../service-keys/service-key.ts';

/** The proxy servers of a corporate network, as the environment names them; an empty text means none. */
export interface ProxySettings {
  /** For http and https addresses, each with scheme, host and port. */
  http: string;
  https: string;
  /** Hosts that are reached directly, separated by commas; a name includes its subdomains. */
  exceptions: string;
}

/** How to connect to a server. */
export interface DispatcherOptions {
  proxy: ProxySettings;
  maxConnections: number;
  /** -1 means no limit, for callers that limit what they read themselves. */
  maxAnswerBytes: number;
  /** Replaces the system's lookup for direct connections; a proxy server looks names up itself. */
  lookup?: LookupFunction;
  /** Certificates in PEM to trust instead of the system's. */
  ca?: string | undefined;
  /** The client certificate to show in TLS. */
  certificate?: ClientCertificate | undefined;
}

/** No proxy server at all. */
export const noProxy: ProxySettings = { http: '', https: '', exceptions: '' };

const connectTimeoutMs = 10_000;
/** This machine is never reached through a proxy. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];
/** A name, the end of a name or an address, with or without a port: everything an exception can be. */
const exception = /^(?:\*|(?:\*?\.)?[\w-]+(?:\.[\w-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The exceptions that can match no server, so that nobody relies on them. Most often these are networks (`10.0.0.0/8`),
 * which other programs support; here servers are compared by name, without looking up their addresses.
 */
export function idleExceptions({ http, https, exceptions }: ProxySettings): string[] {
  if (http === '' && https === '') return [];
  return exceptionsOf(exceptions).filter((entry) => !exception.test(entry));
}

function exceptionsOf(exceptions: string): string[] {
  return exceptions
    .toLowerCase()
    .split(/[\s,]/)
    .filter((entry) => entry !== '');
}

/** Whether a server is reached through the proxy server for its scheme, given the exceptions of `NO_PROXY`. */
export function usesProxy(
  { protocol, hostname, port }: URL,
  { http, https, exceptions }: ProxySettings,
): boolean {
  if ((protocol === 'https:' ? https : http) === '') return false;
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  const entries = [...exceptionsOf(exceptions), ...thisMachine];
  return !entries.some((entry) => {
    if (entry === '*') return true;
    const [, name = entry, entryPort = ownPort] = /^(.*[^:]):(\d{1,5})$/.exec(entry) ?? [];
    const domain = name.replace(/^\*?\./, '');
    return entryPort === ownPort && (hostname === domain || hostname.endsWith(`.${domain}`));
  });
}

/** A dispatcher with its own keep-alive connections; the caller must destroy it. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { proxy, certificate, lookup, ca } = options;
  const tls = {
    timeout: connectTimeoutMs,
    ...(ca !== undefined && { ca }),
    ...(certificate && { cert: certificate.certificate, key: certificate.privateKey }),
  };
  return new EnvHttpProxyAgent({
    httpProxy: proxy.http,
    httpsProxy: proxy.https,
    // undici understands the asterisk only if it is the only entry.
    noProxy: exceptionsOf(proxy.exceptions).includes('*')
      ? '*'
      : [proxy.exceptions, ...thisMachine].join(','),
    connections: options.maxConnections,
    pipelining: 1,
    keepAliveTimeout: 20_000,
    maxResponseSize: options.maxAnswerBytes,
    // The first is for direct connections, the second for those in a proxy's tunnel.
    connect: { ...tls, ...(lookup && { lookup }) },
    requestTls: tls,
  });
}

/** Whether the proxy refused the tunnel, so that nothing was sent. undici says so only in its message. */
export function isProxyRefusal(error: unknown): boolean {
  return error instanceof errors.RequestAbortedError && error.message.startsWith('Proxy response');
}
