import { z } from 'zod/mini';
import { checkToken } from '../token/credential-checks.ts';
import { readServiceAccount } from './service-account.ts';
import type { StoreField, StoreFieldId } from './store-types.ts';

/** What is wrong with a value; `suggestion` is the value that was evidently meant. */
export interface StoreFieldProblem {
  readonly code:
    | 'empty'
    | 'scheme'
    | 'path'
    | 'not-a-host'
    | 'not-https'
    | 'no-container'
    | 'query'
    | 'not-pem'
    | 'not-json'
    | 'not-headers'
    | 'not-a-service-account'
    | 'masked'
    | 'white-space';
  readonly suggestion?: string;
}

const headersSchema = z.record(z.string(), z.string());

const checks: Partial<Record<StoreFieldId, (value: string) => StoreFieldProblem | undefined>> = {
  endpoint: checkEndpoint,
  nameNode: checkHttpsUrl,
  containerUri: checkContainerUri,
  tlsCert: (value) => checkPem(value, 'CERTIFICATE'),
  tlsKey: (value) => checkPem(value, 'PRIVATE KEY'),
  headers: checkHeaders,
  serviceAccount: (value) => {
    const account = readServiceAccount(value);
    return account.ok ? undefined : { code: account.code };
  },
};

/** What is wrong with a value of the form; undefined if it is valid. Surrounding white space is ignored. */
export function checkStoreField(
  { id, required, credential }: StoreField,
  typed: string,
): StoreFieldProblem | undefined {
  const value = typed.trim();
  if (value === '') return required ? { code: 'empty' } : undefined;
  if (credential && checkToken(value).problem?.code === 'masked') return { code: 'masked' };
  const check = checks[id];
  if (check) return check(value);
  return /\s/.test(value) ? { code: 'white-space', suggestion: value.replaceAll(/\s/g, '') } : undefined;
}

/** A host without a scheme, optionally with a port: AI Core adds https itself. */
function checkEndpoint(value: string): StoreFieldProblem | undefined {
  const scheme = /^[a-z][a-z0-9+.-]*:\/\//i.exec(value)?.[0];
  const [host = ''] = value.slice(scheme?.length ?? 0).split(/[/?#]/, 1);
  const isHost = isHostWithPort(host);
  const suggestion = isHost ? { suggestion: host } : {};
  if (scheme !== undefined) return { code: 'scheme', ...suggestion };
  if (host !== value) return { code: 'path', ...suggestion };
  return isHost ? undefined : { code: 'not-a-host' };
}

function isHostWithPort(text: string): boolean {
  const [host = '', port, ...rest] = text.split(':');
  const labels = host.split('.');
  const areLabels = labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label));
  return areLabels && rest.length === 0 && (port === undefined || /^[1-9]\d{0,4}$/.test(port));
}

function checkHttpsUrl(value: string): StoreFieldProblem | undefined {
  if (isHostWithPort(value)) return { code: 'not-https', suggestion: `https://${value}` };
  return URL.canParse(value) && new URL(value).protocol === 'https:' ? undefined : { code: 'not-https' };
}

/** The address of a container. Its SAS token, which portals append to it, has a field of its own. */
function checkContainerUri(value: string): StoreFieldProblem | undefined {
  const problem = checkHttpsUrl(value);
  if (problem) return problem;
  const { search, hash, pathname } = new URL(value);
  if (search !== '' || hash !== '') return { code: 'query', suggestion: splitSasToken(value).uri };
  return pathname === '/' ? { code: 'no-container' } : undefined;
}

/** The address without its SAS token, and the token without its question mark; undefined if there is none. */
export function splitSasToken(value: string): { readonly uri: string; readonly token: string | undefined } {
  const [uri = '', ...rest] = value.trim().split('?');
  const token = rest.join('?').split('#', 1)[0] ?? '';
  return { uri: uri.split('#', 1)[0] ?? '', token: /(?:^|&)sig=/.test(token) ? token : undefined };
}

function checkPem(value: string, kind: string): StoreFieldProblem | undefined {
  const isPem =
    value.startsWith('-----BEGIN ') && value.includes(`${kind}-----`) && value.includes('-----END ');
  return isPem ? undefined : { code: 'not-pem' };
}

function checkHeaders(value: string): StoreFieldProblem | undefined {
  let headers: unknown;
  try {
    headers = JSON.parse(value);
  } catch {
    return { code: 'not-json' };
  }
  return headersSchema.safeParse(headers).success ? undefined : { code: 'not-headers' };
}

/**
 * The headers that SAP HANA Cloud, data lake requires, derived from the address of a file container; empty without one.
 */
export function proposeHeaders(nameNode: string): string {
  if (checkHttpsUrl(nameNode.trim()) !== undefined) return '';
  const [container = ''] = new URL(nameNode.trim()).hostname.split('.');
  return JSON.stringify({ 'x-sap-filecontainer': container, 'Content-Type': 'application/octet-stream' });
}

/** The region in the host of an AWS endpoint, such as `s3.eu-central-1.amazonaws.com`. */
export function awsRegionOf(endpoint: string): string | undefined {
  return /(?:^|\.)s3[.-]([a-z]{2}(?:-[a-z]+)+-\d)\.amazonaws\.com(?:\.cn)?$/i.exec(endpoint.trim())?.[1];
}
