import type { TenantResource } from '../../../../domain/connection/access.ts';
import { formatList, formatNumber, plural } from '../../format.ts';

const kinds: Readonly<Record<TenantResource, string>> = {
  dockerRegistrySecrets: 'secrets',
  repositories: 'Git repositories',
  applications: 'applications',
  resourceGroups: 'resource groups',
  objectStoreSecrets: 'object store secrets',
  secrets: 'generic secrets',
};

/** What is said of signing in, and of what somebody may do. */
export const access = {
  role: {
    editor: 'Editor',
    'part-editor': 'Partial editor',
    auditor: 'Auditor',
    viewer: 'Viewer',
  },
  scope: (tenants: number, isAll: boolean) =>
    isAll && tenants > 1
      ? `of all ${formatNumber(tenants)} tenants`
      : `of ${plural(tenants, { one: 'tenant', other: 'tenants' })}`,
  noRoleTitle: 'No tenant for you yet',
  noRole: 'You have no role in any tenant. Ask your administrator.',
  signOut: 'Sign out',
  partly: (resources: readonly TenantResource[]) =>
    `Your role lets you change ${formatList(resources.map((one) => kinds[one]))} here. Everything else is read-only.`,
  connectionGone: {
    removed: (label: string) =>
      `The connection ${label} was removed. What you typed is still here: copy what you need before you leave, or add the connection again and continue.`,
    changed: (label: string) =>
      `The connection ${label} now leads to another address. What you typed for the earlier one is still here: copy what you need, then leave this page and open it again.`,
    open: 'Open connections',
  },
  noWrite: {
    title: 'Your role is read-only in every tenant',
    text: 'You can view and copy. Ask your administrator for the editor role to change several tenants at once.',
  },
  noRight: {
    title: (resource: TenantResource) => `Your role does not allow you to change ${kinds[resource]} here`,
    text: (tenant: string) =>
      `You can view ${tenant} and copy from it. Ask your administrator for the editor role to change it.`,
    back: (resource: TenantResource) => `Open ${kinds[resource]}`,
  },
  exposed:
    'Anyone who can reach this console can change your tenants: CONSOLE_AUTH is off. Turn on sign-in, or restrict who reaches this address.',
  signIn: {
    title: 'Sign in to continue',
    text: 'Your session has ended. The sign-in opens in a new tab; this page stays as it is. Anything not sent yet is sent afterwards.',
    action: 'Sign in',
    postponed: 'You are signed out. Sign in to continue; what you typed stays here.',
    notNow: 'Not now',
    waiting: 'Waiting until you have signed in…',
    otherTitle: 'Someone else is signed in now',
    otherText: (now: string, before: string) =>
      `${before} opened this page, and ${now} is signed in now. Nothing was sent.`,
  },
};
