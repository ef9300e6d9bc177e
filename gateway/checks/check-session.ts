import type { IncomingHttpHeaders } from 'node:http';
import type { LookupFunction } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { createDispatcher, noProxy, usesProxy, type ProxySettings } from '../forwarding/dispatcher.ts';
import { findPublicAddresses, resolveBySystem, type Resolve, type ResolvedAddress } from './addresses.ts';
import { CheckFault, faultReason } from './check-fault.ts';

/** What checks need to know about the gateway's network. */
export interface NetworkSettings {
  readonly proxy: ProxySettings;
  /** Hosts that may have an address which is not public; without a port the entry is for all ports. */
  readonly allowedHosts: readonly string[];
  /** Replace the system's resolver and its certificates. */
  readonly resolve?: Resolve | undefined;
  readonly ca?: string | undefined;
  /** For one answer, in milliseconds; a whole check has its own limit. */
  readonly answerTimeoutMs?: number | undefined;
}

/** An answer, read to its end or to the limit. */
export interface CheckAnswer {
  /** The address that answered, after redirects. */
  readonly url: URL;
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** The bytes decoded as UTF-8. */
  readonly text: string;
  /** True if there was more than the limit. */
  readonly isCut: boolean;
}

/** One question to a server. */
export interface CheckQuestion {
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBytes?: number;
}

const maxBytes = 64 * 1024;
const maxRedirects = 2;
const redirects = new Set([301, 302, 303, 307, 308]);
const defaultAnswerTimeoutMs = 8000;
/** How long a name is looked up here if there is a proxy, since only the proxy may know it. */
const lookupBesideProxyMs = 1500;

/**
 * The connections of one check. A name is looked up once: all its addresses must be public, and connections go only to
 * those addresses. The caller must close it.
 */
export class CheckSession {
  readonly #settings: NetworkSettings;
  readonly #signal: AbortSignal;
  readonly #dispatchers = new Map<string, Dispatcher>();
  #wentByProxy = false;

  constructor(settings: NetworkSettings, signal: AbortSignal) {
    this.#settings = settings;
    this.#signal = signal;
  }

  /** Whether a proxy server was asked to connect: then it looked the name up, and its rules applied. */
  get wentByProxy(): boolean {
    return this.#wentByProxy;
  }

  /**
   * Asks once. A redirect is followed only within the same origin, so that no header ever goes to another one; any
   * other redirect is returned as the answer.
   * @throws {CheckFault}
   */
  async ask(url: URL, question: CheckQuestion = {}): Promise<CheckAnswer> {
    let target = url;
    for (let followed = 0; ; followed += 1) {
      const answer = await this.#send(target, question);
      const next = redirectTarget(target, answer);
      const mayFollow = followed < maxRedirects && question.method !== 'POST';
      if (!mayFollow || next?.origin !== url.origin) return answer;
      target = next;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
  }

  async #send(url: URL, question: CheckQuestion): Promise<CheckAnswer> {
    if (url.protocol !== 'https:') throw new CheckFault('no-tls');
    const late = AbortSignal.timeout(this.#settings.answerTimeoutMs ?? defaultAnswerTimeoutMs);
    const signal = AbortSignal.any([late, this.#signal]);
    try {
      const ended = rejectOn(signal);
      const dispatcher =
        this.#dispatchers.get(url.origin) ?? (await Promise.race([this.#connect(url), ended]));
      const asked = dispatcher.request({
        origin: url.origin,
        path: `${url.pathname}${url.search}`,
        method: question.method ?? 'GET',
        headers: { ...question.headers },
        body: question.body ?? null,
        signal,
      });
      // undici reacts to the signal only once it is connected.
      const answer = await Promise.race([asked, ended]);
      const { statusCode: status, headers } = answer;
      const { bytes, isCut } = await readBytes(answer.body, question.maxBytes ?? maxBytes);
      return { url, status, headers, bytes, text: bytes.toString('utf8'), isCut };
    } catch (error) {
      throw new CheckFault(late.aborted || this.#signal.aborted ? 'timeout' : faultReason(error));
    }
  }

  async #connect(url: URL): Promise<Dispatcher> {
    const { proxy, ca } = this.#settings;
    const byProxy = usesProxy(url, proxy);
    const addresses = await this.#findAddresses(url, byProxy);
    this.#wentByProxy ||= byProxy;
    const dispatcher = createDispatcher({
      proxy: byProxy ? { ...proxy, exceptions: '' } : noProxy,
      ca,
      maxConnections: 1,
      maxAnswerBytes: -1,
      lookup: answerWith(addresses),
    });
    this.#dispatchers.set(url.origin, dispatcher);
    return dispatcher;
  }

  async #findAddresses(url: URL, byProxy: boolean): Promise<readonly ResolvedAddress[]> {
    const { allowedHosts, resolve: resolveAtAll = resolveBySystem } = this.#settings;
    // Behind a proxy, the lookup may take very long.
    const resolve = byProxy ? withinTime(resolveAtAll, lookupBesideProxyMs) : resolveAtAll;
    const isAllowed = allowedHosts.includes(url.host) || allowedHosts.includes(url.hostname);
    try {
      const addresses = isAllowed
        ? await resolve(url.hostname.replace(/^\[|\]$/g, ''))
        : await findPublicAddresses(url.hostname, resolve);
      if (addresses === undefined) throw new CheckFault('address-refused');
      return addresses;
    } catch (error) {
      // Behind a proxy server only the proxy may know the name. Without a proxy, no address means no connection.
      if (byProxy && faultReason(error) === 'no-name') return [];
      throw error;
    }
  }
}

/** Where an answer redirects to; undefined if it does not, or if that is not a valid address. */
export function redirectTarget(from: URL, { status, headers }: CheckAnswer): URL | undefined {
  const { location } = headers;
  const isRedirect = redirects.has(status) && location !== undefined && URL.canParse(location, from.href);
  return isRedirect ? new URL(location, from) : undefined;
}

/** A lookup that answers every name with addresses that are already known. */
function answerWith(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_hostname, { all }, done) => {
    const [first] = addresses;
    if (first === undefined) {
      done(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
    } else if (all) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
}

/** Returns no address for a name whose lookup takes longer. */
function withinTime(resolve: Resolve, ms: number): Resolve {
  return async (hostname) => {
    const late = new AbortController();
    const none = setTimeout(ms, [], { signal: late.signal }).catch(() => []);
    return Promise.race([resolve(hostname), none]).finally(() => late.abort());
  };
}

/** The system's resolver cannot be cancelled, but nobody needs to wait for it. */
function rejectOn(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = () => reject(new CheckFault('timeout'));
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}

async function readBytes(
  body: AsyncIterable<Buffer>,
  limit: number,
): Promise<Pick<CheckAnswer, 'bytes' | 'isCut'>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, limit), isCut: size > limit };
}
