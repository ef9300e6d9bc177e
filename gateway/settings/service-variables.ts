import * as z from 'zod';
import { wholeNumber, wholeNumberRule } from './whole-number.ts';

/** How much one caller may do in a minute. */
export interface LimitSettings {
  /** Writes of one person in one tenant. A rollout sends one to each tenant, a bulk change some dozens. */
  writesPerMinute: number;
  /** Sign-ins, and everything else that is open to everybody, from one address. */
  signInsPerMinute: number;
}

/** Where the metrics are served; nowhere if neither is set. */
export interface MetricsSettings {
  /** A separate port, on the gateway's address. */
  port: number | undefined;
  /** The token needed to read them on the gateway's own port, as `Authorization: Bearer …`. */
  token: string | undefined;
}

/** The variables of the gateway's other services, such as audit, metrics and limits, and how each must look. */
export const serviceVariables = {
  APPROVAL_ABOVE: wholeNumber(1, 5000).optional(),
  AUDIT_LOG: z.enum(['store', 'stdout']).default('store'),
  AUDIT_RETENTION_DAYS: wholeNumber(1, 36_500).default(400),
  EXPIRY_WEBHOOK_URL: z.string().refine(isWebhook).optional(),
  METRICS_PORT: wholeNumber(1, 65_535).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  WRITES_PER_MINUTE: wholeNumber(1, 100_000).default(300),
  SIGN_INS_PER_MINUTE: wholeNumber(1, 100_000).default(60),
};

/** What to say if one is wrong. */
export const serviceRules: Record<string, string> = {
  APPROVAL_ABOVE: 'must be a number of tenants from 1 to 5000',
  AUDIT_LOG: 'must be store, or stdout to write each event on standard output too',
  AUDIT_RETENTION_DAYS: wholeNumberRule(1, 36_500),
  EXPIRY_WEBHOOK_URL: 'must be an https address that takes {"text":"…"}',
  METRICS_PORT: wholeNumberRule(1, 65_535),
  METRICS_TOKEN: 'must have 16 characters or more',
  WRITES_PER_MINUTE: wholeNumberRule(1, 100_000),
  SIGN_INS_PER_MINUTE: wholeNumberRule(1, 100_000),
};

/** Plain http is only allowed to this machine. */
function isWebhook(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  if (username !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname));
}
