import { adminUrl, type Connection } from '../domain/connection/connection.ts';
import {
  diagnoseConnection,
  type CallOutcome,
  type ConnectionEvidence,
  type ConnectionDiagnosis,
} from '../domain/connection/connection-diagnosis.ts';
import { toApiError } from '../domain/api-problem.ts';
import { bearerToken } from './bearer-tokens.ts';
import { countSecrets } from './docker-registry-secrets.ts';
import type { CallOptions } from './http.ts';
import { getQuota } from './resource-quota.ts';
import { getTenantInfo } from './tenant-info.ts';

/** Nobody watches a test button for longer. */
const timeoutMs = 15_000;
const reportDelayMs = 500;

export interface ConnectionTestResult {
  readonly diagnosis: ConnectionDiagnosis;
  /** Whether a token was sent. */
  readonly hasToken: boolean;
}

/**
 * Tests a connection with the two calls that every page needs, and its quota. `token` is tried instead of the
 * connection's own. Without a token the calls are made anyway: they show whether the address can be reached, and AI
 * Core's 401 says the rest.
 */
export async function testConnection(connection: Connection, token?: string): Promise<ConnectionTestResult> {
  const hasToken = token !== undefined || bearerToken(connection) !== undefined;
  const tried: Connection = hasToken ? connection : { ...connection, auth: 'proxy' };
  return { diagnosis: await diagnose(tried, { timeoutMs, token, tellsSignIn: true }), hasToken };
}

async function diagnose(connection: Connection, options: CallOptions): Promise<ConnectionDiagnosis> {
  const policy = watchPolicy(adminUrl(connection, ''));
  try {
    const calls = await makeCalls(connection, options);
    const isSilent = [calls.tenantInfo, calls.secrets].some(
      (outcome) => outcome?.ok === false && outcome.problem.kind === 'network',
    );
    if (!isSilent) return diagnoseConnection(calls);
    const [silence, policyViolated] = await Promise.all([
      examineSilence(adminUrl(connection, 'tenantInfo')),
      policy.violated(),
    ]);
    return diagnoseConnection({ ...calls, ...silence, policyViolated });
  } finally {
    policy.stop();
  }
}

async function makeCalls(connection: Connection, options: CallOptions): Promise<ConnectionEvidence> {
  const tenantInfo = await settle(getTenantInfo(connection, options));
  if (!tenantInfo.ok) return { tenantInfo };
  const [secrets, quota] = await Promise.all([
    settle(countSecrets(connection, options)),
    settle(getQuota(connection, 'dockerRegistrySecrets', options)),
  ]);
  return { tenantInfo, secrets, quota };
}

async function settle<T>(call: Promise<T>): Promise<CallOutcome<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    return { ok: false, problem: toApiError(error) };
  }
}

/** Scripts cannot see why a request failed. Two further requests, without credentials, reveal part of it. */
async function examineSilence(url: string): Promise<Pick<ConnectionEvidence, 'redirects' | 'answersUnread'>> {
  const isOwnOrigin = new URL(url, location.href).origin === location.origin;
  const [manual, unread] = await Promise.all([
    probe(url, { redirect: 'manual' }),
    isOwnOrigin ? undefined : probe(url, { mode: 'no-cors' }),
  ]);
  return { redirects: manual?.type === 'opaqueredirect', answersUnread: unread !== undefined };
}

async function probe(url: string, init: RequestInit): Promise<Response | undefined> {
  const signal = AbortSignal.timeout(timeoutMs);
  return fetch(url, { ...init, credentials: 'omit', cache: 'no-store', signal }).catch(() => undefined);
}

/** Notices whether this page's content security policy blocks a request to the origin of `url`. */
function watchPolicy(url: string) {
  const { origin } = new URL(url, location.href);
  const stopping = new AbortController();
  const violation = new Promise<true>((resolve) => {
    const note = ({ disposition, effectiveDirective, blockedURI }: SecurityPolicyViolationEvent) => {
      const isOurs = URL.canParse(blockedURI) && new URL(blockedURI).origin === origin;
      if (disposition === 'enforce' && effectiveDirective === 'connect-src' && isOurs) resolve(true);
    };
    document.addEventListener('securitypolicyviolation', note, { signal: stopping.signal });
  });
  return {
    // The browser reports a violation some time after the request failed.
    violated: () => Promise.race([violation, after(reportDelayMs, false)]),
    stop: () => stopping.abort(),
  };
}

function after<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(value), ms);
  });
}
