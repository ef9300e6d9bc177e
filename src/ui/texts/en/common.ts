import type { ApiProblem } from '../../../domain/api-problem.ts';

/** What to tell a person about a failed call: what happened and what to do next. */
function problemText(problem: ApiProblem): { title: string; advice: string } {
  switch (problem.kind) {
    case 'network':
      return {
        title: 'The console could not reach its proxy.',
        advice: 'Check your network and that the proxy is running, then try again.',
      };
    case 'timeout':
      return {
        title: 'No answer arrived in time.',
        advice: 'The request may still have taken effect: look at the list before you try again.',
      };
    case 'contract':
      return {
        title: 'The answer is not one of the AI Core admin API.',
        advice: 'Check that the connection’s proxy address leads to AI Core, then try again.',
      };
    case 'http':
      return httpText(problem);
  }
}

function httpText({ status, code, retryAfterSeconds }: ApiProblem): { title: string; advice: string } {
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
      title: 'AI Core receives too many requests just now (429).',
      advice: retryAfterSeconds
        ? `Nothing was changed. Try again in ${retryAfterSeconds} s.`
        : 'Nothing was changed. Wait a moment, then try again.',
    };
  if (status === 504)
    return {
      title: 'AI Core did not answer in time (504).',
      advice: 'The request may still have taken effect: look at the list before you try again.',
    };
  if (code === 'TokenRequestFailed')
    return {
      title: 'The proxy got no token for this tenant.',
      advice: 'Check the tenant’s service key and that its token address can be reached, then try again.',
    };
  if (code === 'UpstreamUnreachable')
    return {
      title: 'The proxy could not reach AI Core.',
      advice: 'Nothing was changed. Check the address in the tenant’s service key, then try again.',
    };
  if (status === 502)
    return {
      title: 'The answer of AI Core was lost or not usable (502).',
      advice: 'The request may have taken effect: look at the list before you try again.',
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

export const common = {
  productName: 'AI Core Registry Console',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  navigation: 'Main',
  nav: {
    tenantGroup: 'Tenant',
    allTenantsGroup: 'All tenants',
    overview: 'Overview',
    rollout: 'Roll out',
    secrets: 'Docker registry secrets',
    templates: 'Templates',
    repositories: 'Git repositories',
    onboarding: 'Onboard tenant',
    consoleGroup: 'Console',
    connections: 'Connections',
  },
  tenant: {
    label: 'Tenant',
    none: 'No tenant matches',
    demo: 'Demo',
    demoHint: 'Simulated: no SAP account behind it. Do not enter real credentials.',
    unknownTitle: 'This tenant is not known here',
    unknownText: (id: string) =>
      `No connection is called “${id}”. Choose a tenant above, or check the address.`,
    noneTitle: 'No tenant is connected',
    noneText:
      'Give the gateway a service key (AICORE_SERVICE_KEY or AICORE_SERVICE_KEYS_DIR) and reload this page, or add a connection.',
    noneAction: 'Go to connections',
  },
  colourScheme: { label: 'Colour scheme', system: 'System', light: 'Light', dark: 'Dark' },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was blocked: select the text and copy it by keyboard.',
  retry: 'Try again',
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading…',
  stillWaiting: 'AI Core takes longer than usual. The request is still running; do not send it again.',
  requestId: 'Request id',
  serverSays: 'AI Core says',
  problem: problemText,
  missingPart: {
    title: 'This part of the console could not be loaded.',
    advice:
      'Check your network and that the console’s server is running, then try again. If it was updated, reload the page: what was typed, and tokens that were entered, are lost by that.',
  },
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address leads nowhere. Start from the list of secrets.',
  home: 'Go to the start page',
  crashTitle: 'The console ran into an error of its own',
  crashText:
    'Try again, or reload the page. What was typed into a form is lost: credentials are kept nowhere.',
  reload: 'Reload',
  leave: {
    title: 'Leave without saving?',
    text: 'What you typed is kept nowhere and will be lost.',
    stay: 'Stay',
    leave: 'Leave',
  },
};
