import { formatNumber, plural } from '../format.ts';
import { outcomeTexts, problemText } from './shared/problems.ts';

export const common = {
  productName: 'AI Core Registry Console',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  navigation: 'Main',
  nav: {
    tenantGroup: (label: string) => `Tenant ${label}`,
    allTenantsGroup: 'All tenants',
    overview: 'Overview',
    rollout: 'Roll out',
    secrets: 'Docker registry secrets',
    templates: 'Templates',
    repositories: 'Git repositories',
    onboarding: 'Onboard tenant',
    consoleGroup: 'Console',
    connections: 'Connections',
    /** Beside the links: what there is to do. */
    expired: (count: number) => `${formatNumber(count)} expired`,
    needToken: (count: number) => plural(count, { one: 'needs a token', other: 'need a token' }),
    breadcrumbs: 'Breadcrumbs',
    /** The ends of addresses, and what they stand for. */
    acts: [
      ['new', 'New'],
      ['rotate', 'Rotate'],
      ['edit', 'Edit'],
    ],
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
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  age: (minutes: number) =>
    minutes === 0 ? 'less than a minute' : plural(minutes, { one: 'minute', other: 'minutes' }),
  stale: (age: string) => `The list could not be read again. What it shows is ${age} old.`,
  close: 'Close',
  cancel: 'Cancel',
  batches: {
    notShown: (count: number) => `${formatNumber(count)} more are not shown.`,
    showMore: (count: number) => `Show ${count} more`,
  },
  loading: 'Loading…',
  stillWaiting: {
    sending: 'AI Core takes longer than usual. The request is still running; do not send it again.',
    asking: 'The answer was lost. The console is asking the tenant what became of it…',
  },
  requestId: 'Request id',
  says: (who: 'ai-core' | 'gateway' | undefined) =>
    who === 'gateway' ? 'The gateway says' : who === 'ai-core' ? 'AI Core says' : 'The answer says',
  signInAgain: 'Sign in again in a new tab',
  problem: problemText,
  outcome: outcomeTexts,
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
