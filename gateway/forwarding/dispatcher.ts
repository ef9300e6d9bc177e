import type { LookupFunction } from 'node:net';
import { EnvHttpProxyAgent, errors, type Dispatcher } from 'undici';
import type { ClientCertificate } from '../service-keys/service-key.ts';

/** The proxy servers of a corporate network, as the environment names them; an empty text is none. */
export interface ProxySettings {
  /** For plain http and https addresses, each with scheme, host and port. */
  http: string;
  https: string;
  /** Hosts that are reached directly, separated by commas; a name stands for its subdomains too. */
  exceptions: string;
}

/** How one server is talked to. */
export interface DispatcherOptions {
  proxy: ProxySettings;
  maxConnections: number;
  /** -1 for whoever limits what it reads by itself. */
  maxAnswerBytes: number;
  /** In place of the system's, for direct connections: a proxy server looks names up itself. */
  lookup?: LookupFunction;
  /** Certificates in PEM to trust in place of the system's. */
  ca?: string | undefined;
  /** What this side shows of itself in TLS. */
  certificate?: ClientCertificate | undefined;
}

/** No proxy server at all. */
export const noProxy: ProxySettings = { http: '', https: '', exceptions: '' };

const connectTimeoutMs = 10_000;
/** What runs on this machine is never looked for through a proxy. */
const thisMachine = ['localhost', '127.0.0.1', '[::1]'];
/** A name or the end of one, or an address, with a port or without: all that an exception is compared with. */
const exception = /^(?:\*|(?:\*?\.)?[\w-]+(?:\.[\w-]+)*|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

/**
 * The exceptions that fit no server, so that nobody relies on them: networks (`10.0.0.0/8`) above all, which other
 * programs know. Servers are called by their names, which are not looked up for this.
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

/** Whether a server is reached through the proxy server for its scheme, by the exceptions that `NO_PROXY` may hold. */
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

/** Connections of their own, kept alive, to the servers that are called through it; whoever makes it destroys it. */
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
    // undici knows the asterisk only where it stands alone.
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

/** Whether the proxy would not open a tunnel, so that nothing was sent. undici tells it by its words alone. */
export function isProxyRefusal(error: unknown): boolean {
  return error instanceof errors.RequestAbortedError && error.message.startsWith('Proxy response');
}
