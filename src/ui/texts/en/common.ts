import { formatNumber, plural } from '../format.ts';

export const common = {
  productName: 'AI Core Registry Console',
  skipToContent: 'Skip to content',
  menu: 'Menu',
  find: 'Search or run a command',
  controlKey: 'Ctrl',
  settings: 'Settings',
  navigation: 'Main',
  nav: {
    tenantGroup: (label: string) => `Tenant ${label}`,
    allTenantsGroup: 'All tenants',
    overview: 'Overview',
    rollout: 'Roll out',
    secrets: 'Secrets',
    audit: 'Audit log',
    approvals: 'Approvals',
    templates: 'Templates',
    repositories: 'Git repositories',
    applications: 'Applications',
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
    demoHint: 'Simulated AI Core. Do not enter real credentials.',
    unknownTitle: 'Unknown tenant',
    unknownText: (id: string) =>
      `“${id}” does not exist, or you have no access to it. Choose a tenant above, or check the address.`,
    noneTitle: 'No tenant is connected',
    noneText:
      'Give the gateway a service key (AICORE_SERVICE_KEY or AICORE_SERVICE_KEYS_DIR) and reload this page, or add a connection.',
    noneAction: 'Open connections',
  },
  colourScheme: { label: 'Colour scheme', system: 'System', light: 'Light', dark: 'Dark' },
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying was blocked. Select the text and copy it with the keyboard.',
  retry: 'Try again',
  refresh: 'Refresh',
  refreshing: 'Refreshing…',
  updated: (minutes: number) => (minutes === 0 ? 'Updated now' : `Updated ${formatNumber(minutes)} min ago`),
  undo: 'Undo',
  age: (minutes: number) =>
    minutes === 0 ? 'less than a minute' : plural(minutes, { one: 'minute', other: 'minutes' }),
  stale: (age: string) => `Refreshing failed. This list is ${age} old.`,
  close: 'Close',
  cancel: 'Cancel',
  readOnly: 'Your role is read-only: you can look and copy.',
  batches: {
    notShown: (count: number) => `${formatNumber(count)} more are not shown.`,
    showMore: (count: number) => `Show ${count} more`,
  },
  loading: 'Loading…',
  stillWaiting: {
    sending: 'AI Core is taking longer than usual. The request is still running; do not send it again.',
    asking: 'The answer was lost. Checking what AI Core did…',
  },
  sapDocumentation: 'SAP documentation',
  requestId: 'Request id',
  says: (who: 'ai-core' | 'gateway' | undefined) =>
    who === 'gateway' ? 'The gateway says' : who === 'ai-core' ? 'AI Core says' : 'The answer says',
  missingPart: {
    title: 'This part of the console could not be loaded.',
    advice:
      'Check your network and that the console’s server is running, then try again. If the console was updated, reload the page. That discards what you typed and the tokens you entered.',
  },
  notFoundTitle: 'Page not found',
  notFoundText: 'Check the address, or open the start page.',
  home: 'Open the start page',
  crashTitle: 'The console has failed',
  crashText: 'Try again, or reload the page. What you typed is lost: credentials are never stored.',
  reload: 'Reload',
  leave: {
    title: 'Leave without saving?',
    text: 'What you typed is not stored and will be lost.',
    stay: 'Stay',
    leave: 'Leave',
  },
};
