import type { ApiError, WriteOutcome } from '../../../../domain/api-problem.ts';
import { formatDuration } from '../../format.ts';

interface ProblemText {
  readonly title: string;
  /** What to do next; of a write only where its answer says that nothing was changed. */
  readonly advice: string;
}

/** What to tell a person about a failed call: what happened and what to do next. */
export function problemText(problem: ApiError): ProblemText {
  switch (problem.kind) {
    case 'network':
      return {
        title: 'The console could not reach its proxy.',
        advice: 'Check your network and that the proxy is running, then try again.',
      };
    case 'timeout':
      return {
        title: 'No answer arrived in time.',
        advice: 'Try again. If it happens again, check the network between the proxy and AI Core.',
      };
    case 'contract':
      return {
        title: 'The answer is not one of the AI Core admin API.',
        advice: 'Check that the connection’s proxy address leads to AI Core, then try again.',
      };
    case 'sign-in':
      return {
        title: 'You are signed out: a sign-in page answered instead of AI Core.',
        advice: 'Sign in again in a new tab, then come back and try again. What you typed stays here.',
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
        title: 'The gateway has no such tenant (404).',
        advice: 'Its service key may have been taken away. Look at the problems on the connections page.',
      };
    case 'TokenRequestFailed':
      return {
        title: 'The gateway got no token for this tenant.',
        advice: 'Check the tenant’s service key and that its token address can be reached, then try again.',
      };
    case 'UpstreamUnreachable':
      return {
        title: 'The gateway could not reach AI Core.',
        advice: 'Nothing was changed. Check the address in the tenant’s service key, then try again.',
      };
    case 'TenantBusy':
      return {
        title: 'Too many calls of this tenant are waiting for AI Core (503).',
        advice: 'Nothing was sent. Try again in a few seconds.',
      };
    case 'GatewayStopping':
      return {
        title: 'The gateway is being stopped (503).',
        advice: 'Nothing was sent. Try again when it has been started again.',
      };
    case 'GatewayTimeout':
      return {
        title: 'AI Core did not answer in time (504).',
        advice: 'Try again in a moment. If it happens again, AI Core may be down.',
      };
    case 'UpstreamReset':
    case 'UpstreamMalformed':
      return {
        title: 'The answer of AI Core was lost or not usable (502).',
        advice: 'Try again. If it happens again, check the addresses in the tenant’s service key.',
      };
    case 'OriginRefused':
    case 'MisdirectedRequest':
      return {
        title: 'The gateway refused the request, because it does not know this address as its own.',
        advice: 'Nothing was changed. Open the console under the address that its operator names.',
      };
    case undefined:
    default:
      return httpText(problem);
  }
}

/** What Envoy in front of AI Core says in plain text, by its beginning. */
const envoyTexts: readonly (readonly [string, ProblemText])[] = [
  [
    'Jwt is expired',
    {
      title: 'The token of this connection has expired (401).',
      advice: 'Try again: a new token is fetched. If you pasted the token yourself, paste a new one.',
    },
  ],
  [
    'Jwt issuer is not configured',
    {
      title: 'AI Core does not know who issued this token (401).',
      advice:
        'The service key belongs to another region, or the tenant is not provisioned yet. Check the key’s addresses.',
    },
  ],
  [
    'Jwt verification fails',
    {
      title: 'AI Core could not verify the token of this connection (401).',
      advice: 'The service key may belong to another landscape. Have it created anew, then try again.',
    },
  ],
  [
    'RBAC: access denied',
    {
      title: 'The service key may not do that (403).',
      advice: 'Ask for a service key whose role includes the administration of this tenant.',
    },
  ],
];

function httpText({ status, code, message, answeredBy, retryAfterSeconds }: ApiError): ProblemText {
  const envoy = envoyTexts.find(([beginning]) => message.startsWith(beginning));
  if (envoy) return envoy[1];
  if (code === 'TokenMissing')
    return { title: 'This connection needs a token.', advice: 'Enter one, then try again.' };
  if (status === 401)
    return {
      title: 'AI Core did not accept the credentials of this connection (401).',
      advice: 'Have the tenant’s service key or token renewed, then try again.',
    };
  if (code === 'QuotaExceeded')
    return {
      title: 'The tenant’s quota is used up.',
      advice:
        'Nothing was changed. Delete what is no longer needed, or have the quota raised, then try again.',
    };
  if (status === 403)
    return {
      title: 'This connection may not do that (403).',
      advice: 'Ask for a service key whose role includes the administration of this tenant.',
    };
  if (status === 404 && answeredBy !== 'ai-core')
    return {
      title: 'Something in front of AI Core answered that there is nothing at this address (404).',
      advice: 'Check that the connection’s proxy address leads to AI Core, then try again.',
    };
  if (status === 404)
    return {
      title: 'It does not exist any more (404).',
      advice: 'Reload the list: somebody may have deleted it.',
    };
  if (status === 409)
    return {
      title: 'That name is taken (409).',
      advice: 'Choose another name, or change the existing one instead.',
    };
  if (status === 429)
    return {
      title: 'AI Core is rate limiting this tenant (429).',
      advice: retryAfterSeconds
        ? `Nothing was changed. Try again in ${formatDuration(retryAfterSeconds)}.`
        : 'Nothing was changed. Wait a moment, then try again.',
    };
  if (status === 502 || status === 504)
    return {
      title: `The answer of AI Core was lost on the way (${status}).`,
      advice: 'Try again in a moment.',
    };
  if (status !== undefined && status >= 500)
    return {
      title: `AI Core failed to do it (${status}).`,
      advice: 'Try again; if it stays, give SAP the request id.',
    };
  return {
    title: `AI Core refused the request (${status}).`,
    advice: 'Correct what the message names, then try again.',
  };
}

/** What became of a write whose answer was lost, after the tenant was asked. */
export const outcomeTexts: Readonly<Record<Exclude<WriteOutcome, 'refused'>, string>> & {
  readonly askAgain: string;
} = {
  'not-done': 'The console asked the tenant: nothing was changed. You can send it again.',
  repeatable:
    'AI Core never shows credentials, so the console cannot tell whether they were replaced. Sending them again is safe.',
  unknown:
    'The console asked the tenant and could not find out whether it took effect. Check again before you send it again.',
  askAgain: 'Check again',
};
