import type { ApiError } from '../api-problem.ts';
import type { Quota } from './quota.ts';

interface TenantFacts {
  readonly tenantId: string;
  readonly servicePlan: string;
  readonly status: string;
}

/** The result of one call of a connection test. */
export type CallOutcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: ApiError };

/** What a connection test observed. The last three are only determined after a call without an answer. */
export interface ConnectionEvidence {
  readonly tenantInfo: CallOutcome<TenantFacts>;
  /** Absent if the tenant info already failed. */
  readonly secrets?: CallOutcome<number>;
  readonly quota?: CallOutcome<Quota>;
  /** The content security policy of this page blocked a call. */
  readonly policyViolated?: boolean;
  /** The address answers with a redirect, which the console does not follow. */
  readonly redirects?: boolean;
  /** A request whose answer scripts cannot read was answered. */
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

/** Diagnoses a connection from what its test observed: the first failed call decides. */
export function diagnoseConnection(evidence: ConnectionEvidence): ConnectionDiagnosis {
  const { tenantInfo, secrets, quota } = evidence;
  if (!tenantInfo.ok) return diagnoseFailure(tenantInfo.problem, evidence);
  if (secrets === undefined) return { code: 'not-ai-core', status: undefined };
  if (!secrets.ok) return diagnoseFailure(secrets.problem, evidence);
  return {
    code: 'works',
    tenant: tenantInfo.value,
    secrets: secrets.value,
    // The quota is useful, but a proxy that does not forward it still works.
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
      // Both calls exist in every tenant. A proxy that does not know the tenant answers with a code.
      if (problem.status === 404 && problem.code !== 'UnknownTenant')
        return { code: 'not-ai-core', status: problem.status };
      return { code: 'failed', problem };
  }
}

/** To a script, all these cases look the same: the request failed. The most certain cause comes first. */
function diagnoseSilence({ policyViolated, redirects, answersUnread }: ConnectionEvidence) {
  // A visible redirect was not blocked by the policy, although the policy may have blocked its target.
  if (redirects) return 'redirects';
  if (policyViolated) return 'blocked-by-policy';
  return answersUnread ? 'blocked-by-cors' : 'unreachable';
}
