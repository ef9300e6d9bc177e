import { isProxyRefusal } from '../forwarding/dispatcher.ts';
import type { CheckReason } from './contract.ts';

/** A question that got no answer. The message is only the reason: a foreign error's message may quote what was sent. */
export class CheckFault extends Error {
  override readonly name = 'CheckFault';
  readonly reason: CheckReason;
  constructor(reason: CheckReason) {
    super(reason);
    this.reason = reason;
  }
}

const known: Readonly<Record<string, CheckReason>> = {
  ENOTFOUND: 'no-name',
  ENODATA: 'no-name',
  EAI_AGAIN: 'no-name',
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
  HTTPParserError: 'other-answer',
  UND_ERR_HEADERS_OVERFLOW: 'other-answer',
  CERT_HAS_EXPIRED: 'certificate-expired',
  CERT_NOT_YET_VALID: 'certificate-expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name',
  EPROTO: 'no-tls',
};

/** Why a request ended without an answer, judged only by the codes of its error. */
export function faultReason(error: unknown): CheckReason {
  if (error instanceof CheckFault) return error.reason;
  const codes = listCodes(error);
  const reason = codes.map((code) => known[code]).find((found) => found !== undefined);
  if (reason !== undefined) return reason;
  if (isProxyRefusal(error)) return 'proxy-refused';
  if (codes.some((code) => /CERT|UNABLE_TO|SELF_SIGNED|CRL/.test(code))) return 'certificate-unknown';
  return codes.some((code) => /ERR_SSL|ERR_TLS/.test(code)) ? 'no-tls' : 'no-answer';
}

/** The error for a host with several addresses holds one error for each; they rarely differ. */
function listCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : [];
  const several = error instanceof AggregateError ? error.errors.flatMap((one) => listCodes(one)) : [];
  return [error.name, ...own, ...listCodes(error.cause), ...several];
}
