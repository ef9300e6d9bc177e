import type { ApiError, WriteOutcome } from '../../../../domain/api-problem.ts';
import { formatDuration } from '../../format-duration.ts';

interface ProblemText {
  readonly title: string;
  /** What to do next; of a write only where its answer says that nothing was changed, which is said before. */
  readonly advice: string;
}

/** What to tell a person about a failed call: what happened and what to do next. */
export function problemText(problem: ApiError): ProblemText {
  switch (problem.kind) {
    case 'network':
      return {
        title: 'The console could not reach the gateway.',
        advice: 'Check your network and that the gateway, or your own proxy, is running. Then try again.',
      };
    case 'timeout':
      return {
        title: 'No answer arrived in time.',
        advice: 'Try again. If it happens again, check the network between the gateway and AI Core.',
      };
    case 'contract':
      return {
        title: 'The answer did not come from the AI Core admin API.',
        advice: 'Check that the connection’s proxy address leads to AI Core, then try again.',
      };
    case 'sign-in':
      return {
        title: 'You are signed out: a sign-in page answered instead of AI Core.',
        advice: 'Try again to sign in. What you typed stays here.',
      };
    case 'http':
      return problem.answeredBy === 'gateway' ? gatewayText(problem) : httpText(problem);
  }
}

/** The gateway's own refusals: AI Core was never asked, or its answer never arrived. */
function gatewayText(problem: ApiError): ProblemText {
  switch (problem.code) {
    case 'UnknownTenant':
      return {
        title: 'The gateway does not know this tenant (404).',
        advice: 'Its service key may have been removed. See the problems on the connections page.',
      };
    case 'AccessDenied':
      return {
        title: 'Your role does not allow this (403).',
        advice: 'Ask your administrator for another role.',
      };
    case 'ApprovalNeeded':
      return {
        title: 'A second person has to approve this (403).',
        advice: 'Ask for approval of a rollout to these tenants, then run it.',
      };
    case 'ApprovalUnavailable':
      return {
        title: 'The gateway cannot read the approvals (503).',
        advice: 'Try again in a moment.',
      };
    case 'PlanDecided':
      return {
        title: 'This plan has already been decided (409).',
        advice: 'The decision is shown above.',
      };
    case 'TokenRequestFailed':
      return {
        title: 'The gateway got no token for this tenant.',
        advice: 'Check the tenant’s service key and that its token server is reachable, then try again.',
      };
    case 'UpstreamUnreachable':
      return {
        title: 'The gateway could not reach AI Core.',
        advice: 'Check the address in the tenant’s service key, then try again.',
      };
    case 'TenantBusy':
      return {
        title: 'Too many requests for this tenant are waiting (503).',
        advice: 'Try again in a few seconds.',
      };
    case 'GatewayStopping':
      return {
        title: 'The gateway is shutting down (503).',
        advice: 'Try again after it restarts.',
      };
    case 'GatewayTimeout':
      return {
        title: 'AI Core did not answer in time (504).',
        advice: 'Try again in a moment. If it happens again, AI Core may be down.',
      };
    case 'UpstreamReset':
    case 'UpstreamMalformed':
      return {
        title: 'The answer from AI Core was lost or unreadable (502).',
        advice: 'Try again. If it happens again, check the addresses in the tenant’s service key.',
      };
    case 'OriginRefused':
    case 'MisdirectedRequest':
      return {
        title: 'The gateway rejected the request: it does not serve this address.',
        advice: 'Open the console at the address its operator gave you.',
      };
    case 'TooManyRequests':
    case 'TooManyChecks':
      return {
        title: 'Too many requests to the gateway (429).',
        advice: waitFor(problem),
      };
    case 'AuditUnavailable':
      return {
        title: 'The gateway cannot write its audit log (503).',
        advice: 'Try again in a moment. If it happens again, tell the operator of the gateway.',
      };
    case 'StoreUnavailable':
      return {
        title: 'The gateway cannot read or save its data (503).',
        advice: 'Try again in a minute. If it happens again, tell the operator of the gateway.',
      };
    case 'SignInUnavailable':
      return {
        title: 'The gateway cannot check who you are (503).',
        advice: 'Try again in a minute. If it happens again, tell the operator of the gateway.',
      };
    // These speak for AI Core, or say no more than their status.
    case 'UpstreamError':
    case 'NotFound':
    case undefined:
      return httpText(problem);
    default:
      return otherGatewayText(problem);
  }
}

function otherGatewayText({ status = 0 }: ApiError): ProblemText {
  return status >= 500
    ? {
        title: `The gateway failed (${status}).`,
        advice: 'Try again. If it fails again, give its operator the request ID.',
      }
    : {
        title: `The gateway rejected the request (${status}).`,
        advice: 'Fix what the message says, then try again.',
      };
}

function waitFor({ retryAfterSeconds }: ApiError): string {
  return retryAfterSeconds
    ? `Try again in ${formatDuration(retryAfterSeconds)}.`
    : 'Wait a moment, then try again.';
}

/** What Envoy in front of AI Core says in plain text, by its beginning. */
const envoyTexts: readonly (readonly [string, ProblemText])[] = [
  [
    'Jwt is expired',
    {
      title: 'The token of this connection has expired (401).',
      advice: 'Try again to fetch a new token. If you entered the token yourself, enter a new one.',
    },
  ],
  [
    'Jwt issuer is not configured',
    {
      title: 'AI Core does not know the issuer of this token (401).',
      advice:
        'The service key belongs to another region, or the tenant is not provisioned yet. Check the addresses in the key.',
    },
  ],
  [
    'Jwt verification fails',
    {
      title: 'AI Core could not verify the token of this connection (401).',
      advice: 'The service key may belong to another landscape. Get a new one, then try again.',
    },
  ],
  [
    'RBAC: access denied',
    {
      title: 'The service key lacks the permission (403).',
      advice: 'Ask for a service key that may administer this tenant.',
    },
  ],
];

function httpText(problem: ApiError): ProblemText {
  const { status, code, message, answeredBy } = problem;
  const envoy = envoyTexts.find(([beginning]) => message.startsWith(beginning));
  if (envoy) return envoy[1];
  if (code === 'TokenMissing')
    return { title: 'This connection needs a token.', advice: 'Enter one, then try again.' };
  if (status === 401)
    return {
      title: 'AI Core rejected the credentials of this connection (401).',
      advice: 'Have the tenant’s service key or token renewed, then try again.',
    };
  if (code === 'QuotaExceeded')
    return {
      title: 'The tenant’s quota is full.',
      advice: 'Delete what you no longer need, or ask for a higher quota. Then try again.',
    };
  if (code === 'DetailsChanged')
    return {
      title: 'These details have changed since you opened them.',
      advice: 'Save again to keep what you typed, or cancel to see the change.',
    };
  if (status === 403)
    return {
      title: 'This connection lacks the permission (403).',
      advice: 'Ask for a service key that may administer this tenant.',
    };
  if (status === 404 && answeredBy !== 'ai-core')
    return {
      title: 'A server in front of AI Core found nothing at this address (404).',
      advice: 'Check that the connection’s proxy address leads to AI Core, then try again.',
    };
  if (status === 404)
    return {
      title: 'It no longer exists (404).',
      advice: 'Refresh the list. Someone may have deleted it.',
    };
  if (status === 409)
    return {
      title: 'It conflicts with what is already there (409).',
      advice: 'Refresh to see what changed. Then try again, or choose another name.',
    };
  if (status === 429)
    return {
      title: 'AI Core is rate limiting this tenant (429).',
      advice: waitFor(problem),
    };
  if (status === 502 || status === 504)
    return {
      title: `The answer from AI Core was lost (${status}).`,
      advice: 'Try again in a moment.',
    };
  if (status !== undefined && status >= 500)
    return {
      title: `AI Core failed to carry out the request (${status}).`,
      advice: 'Try again. If it fails again, give SAP the request ID.',
    };
  return {
    title: `AI Core rejected the request (${status}).`,
    advice: 'Fix what the message says, then try again.',
  };
}

/** What became of a write that failed, after the tenant was asked where its answer left that open. */
export const outcomeTexts: Readonly<Record<WriteOutcome, string>> & {
  readonly askAgain: string;
} = {
  refused: 'Nothing was changed.',
  'not-done': 'Checked again: nothing was changed. You can send it again.',
  repeatable: 'It is unknown whether the change took effect. Sending it again is safe.',
  unknown: 'It is unknown whether the change took effect. Check again before you send it again.',
  askAgain: 'Check again',
};

export const problems = {
  problem: problemText,
  outcome: outcomeTexts,
  leftBehind: (failure: string) => `What was still running when you left the page has failed. ${failure}`,
  copyId: 'Copy request ID',
  openApprovals: 'Open approvals',
};
