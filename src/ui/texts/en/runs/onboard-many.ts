import type { OnboardingStepName } from '../../../../domain/onboarding/onboarding-address.ts';
import type { RolloutAction } from '../../../../domain/rollout/rollout-plan.ts';
import { formatDateTime, formatList, formatNumber, plural } from '../../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });
const items = (count: number) => plural(count, { one: 'item', other: 'items' });
const credentials = (count: number) => plural(count, { one: 'credential', other: 'credentials' });

type Counts = Readonly<Record<RolloutAction, number>>;

/** “Create 14, 2 already there, leave out 1” */
function planSentence({ create, skip, blocked }: Counts): string {
  const parts = [
    `Create ${formatNumber(create)}`,
    skip > 0 && `${formatNumber(skip)} already there`,
    blocked > 0 && `leave out ${formatNumber(blocked)}`,
  ];
  return parts.filter((part) => part !== false).join(', ');
}

const stepNames: Record<OnboardingStepName, string> = {
  what: 'What',
  credentials: 'Credentials',
  where: 'Where',
  run: 'Run',
};

export const onboardMany = {
  heading: 'Onboard tenants',
  runHeading: (like: string) => `Onboard tenants like ${like}`,
  stepNames,
  like: 'Onboard like',
  likeHint: 'Other tenants get what this one has.',
  likeUnknown: (id: string) => `“${id}” is not connected. Choose another tenant.`,
  chooseLike: 'Choose a tenant',
  noTenants: 'Two tenants are needed',
  noTenantsText: 'Connect the tenant to copy from, and the tenants to onboard.',
  earlierHeading: 'Earlier onboardings',
  earlierNote:
    'Tenants and outcomes, stored in this browser without credentials. Continue one to finish what is missing.',
  earlierWhat: (count: number, tenantCount: number) => `${items(count)} in ${tenants(tenantCount)}.`,
  earlierProgress: (done: number, all: number, started: string) =>
    `${formatNumber(done)} of ${formatNumber(all)} created, started ${started}`,
  goOn: 'Continue',
  nothing: 'Nothing to copy',
  nothingText: (tenant: string) => `${tenant} has nothing yet that other tenants could get.`,
  whatHeading: (tenant: string) => `What ${tenant} has`,
  selectAll: 'Select all',
  selected: (count: number, all: number) => `${formatNumber(count)} of ${items(all)} selected`,
  needsCredential: 'Credentials needed',
  entered: 'Credentials entered',
  enterAgain: 'Enter again',
  enterAgainNamed: (name: string) => `Enter again: ${name}`,
  noNeed: 'No credentials needed',
  unread: (thing: string) => `${thing}: could not be read`,
  enterCredentials: (count: number) => `Enter ${credentials(count)}`,
  credentialHeading: (number: number, all: number, thing: string, name: string) =>
    all === 1 ? `${thing} ${name}` : `${formatNumber(number)} of ${formatNumber(all)}: ${thing} ${name}`,
  credentialNote: 'Entered once for all tenants, and never stored.',
  next: 'Next',

  whereHeading: 'Which tenants to onboard',
  has: (count: number, all: number) => `Has ${formatNumber(count)} of ${formatNumber(all)}`,
  nothingChosen: 'Nothing selected yet',
  planSentence,
  planIn: (count: number) => `In ${tenants(count)}.`,
  leftOut: (names: readonly string[], why: string) => `${formatList(names)}: ${why}`,
  policy: 'What a tenant already has stays unchanged.',
  start: (count: number) => `Onboard ${tenants(count)}`,

  outcomes: 'Items and their outcomes',
  target: 'Tenant and item',
  targetLabel: (tenant: string, thing: string, name: string) => `${tenant}: ${thing} ${name}`,
  proving: 'Asking AI Core what it has now…',
  proved: (count: number, all: number, at: Date) =>
    `AI Core confirms ${formatNumber(count)} of ${items(all)}, ${formatDateTime(at)}.`,
  checkAgain: 'Check again',
  unchecked: (why: string) => (why === '' ? 'Could not be checked' : `Could not be checked (${why})`),
  /** In AI Core’s own words. */
  quoted: (words: string) => `“${words}”`,
  aiCore: (words: string) => `AI Core: ${words}`,
  copyMarkdown: 'Copy as Markdown',
  downloadMarkdown: 'Download Markdown',
  another: 'Start another',
  report: {
    title: (like: string) => `Onboard tenants like ${like}`,
    sums: (proved: number, all: number, count: number, at: Date) =>
      `AI Core confirms ${formatNumber(proved)} of ${items(all)} in ${tenants(count)}, checked on ${formatDateTime(at)}.`,
    limits: 'AI Core confirms names and states. It does not verify credentials.',
    created: 'Created',
    present: 'Already there',
    requestId: (id: string) => `Request ID: ${id}`,
  },
  leaveRun: {
    title: 'Leave while it runs?',
    text: 'The run stops: nothing more starts. Start it again to finish: what is already there stays unchanged.',
    leave: 'Stop and leave',
  },
  leaveReport: {
    title: 'Leave without the report?',
    text: 'What was done stays listed here, but not what AI Core confirmed. Copy or download the report to keep it.',
  },
  leaveDraft: {
    title: 'Leave without onboarding?',
    text: 'The credentials that you entered are not stored and will be lost.',
  },
};
