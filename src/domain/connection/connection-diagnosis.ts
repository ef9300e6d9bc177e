import type { ApiError } from '../api-problem.ts';
import type { Quota } from './quota.ts';

interface TenantFacts {
  readonly tenantId: string;
  readonly servicePlan: string;
  readonly status: string;
}

/** The end of one call of a connection test. */
export type CallOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ApiError };

/** What a connection test saw. The last three are tried only after a call that no answer was got for. */
export interface ConnectionEvidence {
  readonly tenantInfo: CallOutcome<TenantFacts>;
  /** Absent where tenant info failed already. */
  readonly secrets?: CallOutcome<number>;
  readonly quota?: CallOutcome<Quota>;
  /** The content security policy of this page stopped a call. */
  readonly policyViolated?: boolean;
  /** The address answers with a redirect, which the console does not follow. */
  readonly redirects?: boolean;
  /** A request whose answer no script may read got one. */
  readonly answersUnread?: boolean;
}

export type ConnectionDiagnosis =
  | {
      readonly code: 'works';
      readonly tenant: TenantFacts;
      readonly secrets: number;
      readonly quota: Quota | undefined;
    }
  | { readonly code: 'blocked-by-policy' | 'blocked-by-cors' | 'unreachable' | 'timeout' | 'redirects' }
  | { readonly code: 'not-ai-core'; readonly status: number | undefined }
  | { readonly code: 'unauthorized' | 'forbidden'; readonly problem: ApiError }
  | { readonly code: 'failed'; readonly problem: ApiError };

/** Diagnoses a connection by what its test saw: the first call that failed decides. */
export function diagnoseConnection(evidence: ConnectionEvidence): ConnectionDiagnosis {
  const { tenantInfo, secrets, quota } = evidence;
  if (!tenantInfo.ok) return diagnoseFailure(tenantInfo.problem, evidence);
  if (secrets === undefined) return { code: 'not-ai-core', status: undefined };
  if (!secrets.ok) return diagnoseFailure(secrets.problem, evidence);
  return {
    code: 'works',
    tenant: tenantInfo.value,
    secrets: secrets.value,
    // The quota is worth knowing, but a proxy that does not forward it is no broken one.
    quota: quota?.ok ? quota.value : undefined,
  };
}

function diagnoseFailure(problem: ApiError, evidence: ConnectionEvidence): ConnectionDiagnosis {
  switch (problem.kind) {
    case 'network':
      return { code: diagnoseSilence(evidence) };
    case 'timeout':
      return { code: 'timeout' };
    case 'sign-in':
      return { code: 'redirects' };
    case 'contract':
      return { code: 'not-ai-core', status: problem.status };
    case 'http':
      if (problem.status === 401) return { code: 'unauthorized', problem };
      if (problem.status === 403) return { code: 'forbidden', problem };
      // The two calls exist in every tenant. A proxy that knows no such tenant says so with a code.
      if (problem.status === 404 && problem.code !== 'UnknownTenant')
        return { code: 'not-ai-core', status: problem.status };
      return { code: 'failed', problem };
  }
}

/** A script learns of all these the same way, as a request that failed; the order is that of certainty. */
function diagnoseSilence({ policyViolated, redirects, answersUnread }: ConnectionEvidence) {
  // A redirect that was seen got past the policy; the policy may have stopped what followed it.
  if (redirects) return 'redirects';
  if (policyViolated) return 'blocked-by-policy';
  return answersUnread ? 'blocked-by-cors' : 'unreachable';
}
