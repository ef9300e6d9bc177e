import type { RolloutKindId } from '../../../domain/rollout/rollout-kinds.ts';
import { formatDateTime, formatList, plural } from '../format.ts';

function usage(used: number, max: number | undefined): string {
  return max === undefined ? `${used} used, no limit given` : `${used} of ${max} used`;
}

const tenantStates: Partial<Record<string, string>> = { PROVISIONED: 'Provisioned' };

interface KindTexts {
  readonly title: string;
  /** Where there is none yet. */
  readonly none: string;
  readonly add: string;
  readonly plural: string;
}

const kinds: Record<RolloutKindId, KindTexts> = {
  'git-repository': {
    title: 'A Git repository is added and read',
    none: 'None added yet.',
    add: 'Add repository',
    plural: 'Git repositories',
  },
  application: {
    title: 'An application syncs the templates',
    none: 'None added yet.',
    add: 'Add application',
    plural: 'Applications',
  },
  'resource-group': {
    title: 'A resource group is ready',
    none: 'None yet.',
    add: 'Add resource group',
    plural: 'Resource groups',
  },
  'object-store-secret': {
    title: 'Each resource group has its default object store',
    none: 'None registered yet. Training needs one called “default” in its resource group.',
    add: 'Register object store',
    plural: 'Object store secrets',
  },
  'docker-registry-secret': {
    title: 'A Docker registry secret is registered',
    none: 'None registered yet.',
    add: 'Register secret',
    plural: 'Docker registry secrets',
  },
  'generic-secret': {
    title: 'Generic secrets are registered',
    none: 'None registered. Only templates that read values from one need it.',
    add: 'Register generic secret',
    plural: 'Generic secrets',
  },
};

export const onboarding = {
  heading: 'Onboard tenant',
  note: (tenant: string) => `What the tenant “${tenant}” needs before its templates can run.`,
  steps: 'Steps',
  progress: (done: number, all: number) => `${done} of ${plural(all, { one: 'step', other: 'steps' })} done`,
  checkedAt: (date: Date) => `Checked on ${formatDateTime(date)}`,
  checkAll: 'Check all again',
  checkStep: (title: string) => `Check again: ${title}`,
  tenant: {
    heading: 'Tenant',
    name: 'Name',
    id: 'Tenant ID',
    servicePlan: 'Service plan',
    connection: 'Connection',
    notKnown: 'Not known',
    auth: { proxy: 'From the gateway', bearer: 'With your own token' },
  },
  forTheTeam: 'For the team',
  forTheTeamText: 'The checklist as Markdown, with today’s results and without any credential.',
  print: 'Print',
  copyMarkdown: 'Copy as Markdown',
  downloadMarkdown: 'Download Markdown',
  markdownTitle: (tenant: string) => `Onboard tenant: ${tenant}`,
  fileName: (tenantId: string) => `onboarding-${tenantId}.md`,

  states: {
    done: 'Done',
    todo: 'To do',
    waiting: 'In progress',
    attention: 'Needs attention',
    checking: 'Checking…',
    failed: 'Could not be checked',
  },

  titles: {
    connection: 'The connection works',
    quota: 'There is quota left',
    template: 'The templates use the secret',
  },

  kinds,

  tenantId: (id: string) => `Tenant ID: ${id}`,
  servicePlan: (plan: string) => `Service plan: ${plan}`,
  tenantStatus: (status: string) => `Status: ${tenantStates[status] ?? status}`,
  quota: (things: string, used: number, max: number | undefined) => `${things}: ${usage(used, max)}`,
  quotaAdvice: 'Delete what you no longer need, or ask for a higher quota.',
  object: (name: string, says: string) => `${name}: ${says}`,
  inPlace: (name: string, place: string) => `${name} (${place})`,
  applicationAdvice: (count: number) =>
    count === 1
      ? 'AI Core does not sync it. Its page says what to do.'
      : `AI Core does not sync ${count} of them. Their pages say what to do.`,
  groupAdvice: 'AI Core could not set it up. Delete it and add it again.',
  groupsWithoutStore: (groups: readonly string[]) =>
    `Without an object store “default”: ${formatList(groups)}.`,
  lookedInto: (read: number, all: number) => `Checked ${read} of ${all} resource groups so far.`,
  lookIntoAll: (count: number) => `Check the other ${count}`,
  repositoryAdvice:
    'AI Core could not read it. Rotate its credentials, or delete it and add it with another URL.',
  expired: (count: number) => `${plural(count, { one: 'secret has', other: 'secrets have' })} expired.`,
  expireSoon: (count: number) =>
    `${plural(count, { one: 'secret expires', other: 'secrets expire' })} within 14 days.`,
  more: (count: number) => `and ${count} more`,
  templateHint: 'Tick this when every template lists the secret it needs. Stored in this browser.',
  templateTicked: (date: Date) =>
    `Ticked on ${formatDateTime(date)} in this browser. AI Core does not expose templates, so the console cannot check this.`,
  templateOpen:
    'AI Core does not expose templates, so confirm this step yourself. Not ticked in this browser yet.',
  tick: 'The templates use the secret',
  requestId: (id: string) => `Request ID: ${id}`,

  openTemplates: 'Templates',
  openConnections: 'Connections',
  openMany: 'Onboard several tenants',
};
