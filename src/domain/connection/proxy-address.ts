import { trimEnd } from '../text/trim-end.ts';
import { hasUrlCredentials } from '../text/url-credentials.ts';

/** Why a text cannot be the address of a connection; `suggestion` is the address that was probably meant. */
export type ProxyAddressProblem =
  | { readonly code: 'empty' | 'not-an-address' | 'credentials' | 'query' | 'dot-segments' }
  | { readonly code: 'plain-http'; readonly suggestion: string }
  | { readonly code: 'other-scheme'; readonly scheme: string }
  | { readonly code: 'no-scheme' | 'admin-path' | 'white-space'; readonly suggestion: string };

interface ProxyAddressWarning {
  readonly code: 'aicore-itself';
  readonly host: string;
}

export interface ProxyAddressCheck {
  readonly problem?: ProxyAddressProblem;
  readonly warnings: readonly ProxyAddressWarning[];
}

/**
 * Checks the address of a proxy for one tenant: a path of this origin (`/api/tenants/acme`) or an absolute https
 * address, to which `/v2/admin/…` is appended. Plain http is only allowed to the local machine, as browsers define it
 * (https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy).
 */
export function checkProxyAddress(text: string): ProxyAddressCheck {
  const problem = findProblem(text);
  if (problem) return { problem, warnings: [] };
  const host = text.startsWith('/') ? '' : new URL(text).hostname;
  const isAiCore = /(?:^|\.)ml\.hana\.ondemand\.com$/.test(host);
  return { warnings: isAiCore ? [{ code: 'aicore-itself', host }] : [] };
}

/** The address as stored: without trailing slashes, since `/v2/admin/…` follows. A single `/` stays. */
export function normalizeProxyAddress(text: string): string {
  return trimEnd(text, '/') || '/';
}

function findProblem(text: string): ProxyAddressProblem | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return { code: 'empty' };
  if (trimmed !== text) return { code: 'white-space', suggestion: trimmed };
  if (hasUrlCredentials(text)) return { code: 'credentials' };
  if (text.startsWith('/')) return findPathProblem(text);
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    const suggestion = `https://${text}`;
    return findProblem(suggestion) === undefined && /^[^/]*\./.test(text)
      ? { code: 'no-scheme', suggestion }
      : { code: 'not-an-address' };
  }
  if (/[\s\\]/.test(text) || !URL.canParse(text)) return { code: 'not-an-address' };
  const url = new URL(text);
  if (scheme !== 'https' && scheme !== 'http') return { code: 'other-scheme', scheme };
  if (scheme === 'http' && !isLoopback(url.hostname)) {
    return { code: 'plain-http', suggestion: text.replace(/^http:/i, 'https:') };
  }
  return findRestProblem(text, text.replace(/^[^/]+\/\/[^/?#]*/, ''));
}

function findPathProblem(text: string): ProxyAddressProblem | undefined {
  // A second slash or a backslash would make it the address of another host.
  if (text.startsWith('//') || /[\s\\]/.test(text)) return { code: 'not-an-address' };
  return findRestProblem(text, text);
}

function findRestProblem(text: string, rest: string): ProxyAddressProblem | undefined {
  if (/[?#]/.test(rest)) return { code: 'query' };
  if (/\/(?:\.|%2e){1,2}(?:\/|$)/i.test(rest)) return { code: 'dot-segments' };
  const bare = trimEnd(rest, '/');
  const within = `${bare}/`.indexOf('/v2/admin/');
  const at = within === -1 && bare.endsWith('/v2') ? bare.length - '/v2'.length : within;
  if (at === -1) return undefined;
  return { code: 'admin-path', suggestion: text.slice(0, text.length - rest.length + at) || '/' };
}

function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}
