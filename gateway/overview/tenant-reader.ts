import * as z from 'zod';
import { buildErrorEnvelope } from '../common/error-envelope.ts';
import type { AdminApi } from '../forwarding/admin-api.ts';
import { mapFailure } from '../forwarding/forwarding.ts';
import { faultOutcomes, mapAnswer } from '../forwarding/outcomes.ts';
import type { Tenant } from '../forwarding/tenants.ts';
import { parseJson } from '../common/parse-json.ts';

/** What a tenant says about its secrets. */
export interface TenantSecrets {
  names: string[];
  /** Left out if the tenant lists its secrets but does not tell its quota. */
  quota?: { used: number; max?: number };
}

/** Why a tenant gives no answer, in the form in which a forwarded call would fail. */
interface TenantProblem {
  status: number;
  retryAfter?: string;
  body: unknown;
}

export type TenantAnswer = { secrets: TenantSecrets } | { problem: TenantProblem };

const pageSize = 100;
/** Far more than a tenant may hold; without it, an endless list would be read for ever. */
const maxPages = 100;
const pageSchema = z.object({ count: z.number(), resources: z.array(z.object({ name: z.string() })) });
const quotaSchema = z.object({
  usage: z.object({ count: z.number().optional() }).optional(),
  quota: z.object({ maxCount: z.number().optional() }),
});

/** Asks a tenant for all its secrets and their quota, both at once. Never rejects. */
export async function readTenant(api: AdminApi, tenant: Tenant, requestId: string): Promise<TenantAnswer> {
  const get = (path: string) => readJson(api, tenant, path, requestId);
  const quota = get('/v2/admin/resourceQuota/dockerRegistrySecrets');
  const names: string[] = [];
  for (let page = 0; page < maxPages; page += 1) {
    const query = `$top=${pageSize}&$skip=${names.length}&$count=true`;
    const answer = await get(`/v2/admin/dockerRegistrySecrets?${query}`);
    if ('problem' in answer) return answer;
    const { data: read } = pageSchema.safeParse(answer.value);
    if (read === undefined) return malformed(requestId);
    names.push(...read.resources.map(({ name }) => name));
    if (read.resources.length === 0 || names.length >= read.count)
      return { secrets: { names, ...readQuota(await quota) } };
  }
  return malformed(requestId);
}

type Json = { value: unknown } | { problem: TenantProblem };

async function readJson(api: AdminApi, tenant: Tenant, path: string, requestId: string): Promise<Json> {
  try {
    const answer = await api.send(tenant, { method: 'GET', path, requestId });
    const { status, headers, body } = mapAnswer(answer, requestId);
    const json = parseJson(body.toString());
    if (status < 400) return json === undefined ? malformed(requestId) : { value: json };
    const retryAfter = headers['retry-after'];
    return {
      problem: {
        status,
        ...(retryAfter !== undefined && { retryAfter }),
        body: json === undefined ? body.toString() : json,
      },
    };
  } catch (error) {
    const failure = mapFailure(error) ?? faultOutcomes.malformed;
    return { problem: { status: failure.status, body: buildErrorEnvelope(failure, requestId) } };
  }
}

function readQuota(answer: Json): Pick<TenantSecrets, 'quota'> {
  const parsed = 'value' in answer ? quotaSchema.safeParse(answer.value) : undefined;
  if (parsed?.success !== true) return {};
  const { usage, quota } = parsed.data;
  const max = quota.maxCount;
  return { quota: { used: usage?.count ?? 0, ...(max !== undefined && { max }) } };
}

function malformed(requestId: string): { problem: TenantProblem } {
  const { malformed: failure } = faultOutcomes;
  return { problem: { status: failure.status, body: buildErrorEnvelope(failure, requestId) } };
}
