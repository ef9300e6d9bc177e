import { describe, expect, it } from 'vitest';
import { ApiError } from '../api-problem.ts';
import { diagnoseConnection, type ConnectionEvidence } from './connection-diagnosis.ts';

const tenant = { tenantId: 'zone-1', servicePlan: 'extended', status: 'PROVISIONED' };
const works = { ok: true, value: tenant } as const;
type Problem = ConstructorParameters<typeof ApiError>[0];
const failed = (problem: Partial<Problem>) =>
  ({ ok: false, problem: new ApiError({ kind: 'http', message: '', ...problem }) }) as const;
const silence = failed({ kind: 'network' });

describe('diagnoseConnection', () => {
  it('reports the tenant, its secrets and its quota if everything works', () => {
    const quota = { used: 3, max: 50 };
    const evidence: ConnectionEvidence = {
      tenantInfo: works,
      secrets: { ok: true, value: 3 },
      quota: { ok: true, value: quota },
    };
    expect(diagnoseConnection(evidence)).toEqual({
      code: 'works',
      tenant,
      secrets: 3,
      quota,
    });
  });

  it('works without a quota too', () => {
    const diagnosis = diagnoseConnection({
      tenantInfo: works,
      secrets: { ok: true, value: 0 },
      quota: failed({ status: 404 }),
    });
    expect(diagnosis).toEqual({ code: 'works', tenant, secrets: 0, quota: undefined });
  });

  it.each<[string, Omit<ConnectionEvidence, 'tenantInfo'>, string]>([
    ['nothing else answers', {}, 'unreachable'],
    ['a request without CORS is answered', { answersUnread: true }, 'blocked-by-cors'],
    ['it redirects', { redirects: true, answersUnread: true }, 'redirects'],
    ['it redirects to where the policy forbids', { redirects: true, policyViolated: true }, 'redirects'],
    ['the policy was violated', { policyViolated: true }, 'blocked-by-policy'],
    [
      'the policy was violated and it answers',
      { policyViolated: true, answersUnread: true },
      'blocked-by-policy',
    ],
  ])('after silence, when %s, says so', (_, rest, code) => {
    expect(diagnoseConnection({ tenantInfo: silence, ...rest })).toEqual({ code });
    expect(diagnoseConnection({ tenantInfo: works, secrets: silence, ...rest })).toEqual({ code });
  });

  it.each<[Partial<Problem>, string]>([
    [{ kind: 'timeout' }, 'timeout'],
    [{ kind: 'contract', status: 200 }, 'not-ai-core'],
    [{ status: 401 }, 'unauthorized'],
    [{ status: 403, code: 'Forbidden' }, 'forbidden'],
    [{ status: 404 }, 'not-ai-core'],
    [{ status: 404, code: 'UnknownTenant' }, 'failed'],
    [{ status: 429 }, 'failed'],
    [{ status: 500 }, 'failed'],
    [{ status: 502, code: 'TokenRequestFailed' }, 'failed'],
  ])('diagnoses %j of either call as %s', (problem, code) => {
    const first = diagnoseConnection({ tenantInfo: failed(problem) });
    const second = diagnoseConnection({ tenantInfo: works, secrets: failed(problem) });
    expect(first.code).toBe(code);
    expect(second).toEqual(first);
  });

  it('keeps the message of the server, with its request id', () => {
    const problem = { kind: 'http', status: 403, message: 'No.', requestId: 'r-1' } as const;
    expect(diagnoseConnection({ tenantInfo: failed(problem) })).toEqual({
      code: 'forbidden',
      problem: new ApiError(problem),
    });
  });
});
