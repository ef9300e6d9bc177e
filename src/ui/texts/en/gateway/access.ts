import { formatNumber, plural } from '../../format.ts';

/** What is said of signing in, and of what somebody may do. */
export const access = {
  role: {
    editor: 'Editor',
    'part-editor': 'Editor in part',
    auditor: 'Auditor',
    viewer: 'Viewer',
  },
  scope: (tenants: number, isAll: boolean) =>
    isAll && tenants > 1
      ? `of all ${formatNumber(tenants)} tenants`
      : `of ${plural(tenants, { one: 'tenant', other: 'tenants' })}`,
  noRole: 'You have no role in any tenant. Ask your administrator.',
  signOut: 'Sign out',
  partly: (what: string) => `Your role lets you change ${what} here. Everything else is read-only.`,
  resources: {
    dockerRegistrySecrets: 'secrets',
    repositories: 'Git repositories',
    applications: 'applications',
  },
  noRight: {
    title: {
      dockerRegistrySecrets: 'Your role does not allow you to change secrets here',
      repositories: 'Your role does not allow you to change Git repositories here',
      applications: 'Your role does not allow you to change applications here',
    },
    text: (tenant: string) =>
      `You can look at ${tenant} and copy from it. Ask your administrator for the editor role to change it.`,
    back: {
      dockerRegistrySecrets: 'Open secrets',
      repositories: 'Open Git repositories',
      applications: 'Open applications',
    },
  },
  exposed:
    'Anyone who can reach this console can change your tenants: CONSOLE_AUTH is off. Turn on sign-in, or restrict who reaches this address.',
  signIn: {
    title: 'Sign in to continue',
    text: 'Your session has ended. Sign in in a new tab; this page stays as it is. Whatever was not sent goes on by itself.',
    action: 'Sign in',
    postponed: 'You are signed out. Sign in to go on; what you typed stays here.',
    notNow: 'Not now',
    waiting: 'Waiting until you have signed in…',
    otherTitle: 'Someone else is signed in now',
    otherText: (now: string, before: string) =>
      `${before} opened this page, and ${now} is signed in now. Nothing was sent.`,
  },
};
