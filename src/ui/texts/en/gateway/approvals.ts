import { capital, formatDateTime, formatList, formatNumber, plural } from '../../format.ts';

const tenants = (count: number) => plural(count, { one: 'tenant', other: 'tenants' });

export const approvals = {
  heading: 'Approvals',
  rule: (above: number) => `Needed for more than ${tenants(above)}`,
  notOffered: 'No approvals here',
  notOfferedText: 'Rollouts in this console need no approval.',
  empty: 'Nothing is waiting',
  emptyText: (above: number) =>
    `A rollout to more than ${tenants(above)} waits here until a second person approves it.`,
  columns: {
    what: 'Plan',
    tenants: 'Tenants',
    asked: 'Asked by',
    state: 'State',
    next: 'Next step',
  },
  operations: { rollout: (name: string) => `Roll out ${name}`, removal: (name: string) => `Delete ${name}` },
  onboardLike: (like: string) => `Onboard like ${like}`,
  states: {
    waiting: 'Waiting',
    approved: 'Approved',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    revoked: 'Taken back',
    ended: 'Expired',
  },
  waitsForYou: 'Waiting for you',
  asked: (name: string, at: Date) => `${name}, ${formatDateTime(at)}`,
  you: (name: string) => `${name} (you)`,
  open: (what: string) => `${what}: show the plan`,
  run: 'Run…',
  runOf: (what: string) => `Run: ${what}`,
  review: 'Review',
  reviewOf: (what: string) => `Review: ${what}`,
  facts: {
    kind: 'Kind',
    name: 'Name',
    registries: 'Registries',
    url: 'URL',
    revision: 'Revision',
    path: 'Path',
    operation: 'Operation',
    place: 'Resource group or scope',
    keys: 'Keys',
    storage: 'Object store',
    labels: 'Labels',
    username: 'Username',
    ends: 'Credentials expire',
    policy: 'If it exists',
    asked: 'Asked by',
    decided: 'Decided by',
    reason: 'Reason',
    until: 'Valid until',
    fingerprint: 'Fingerprint',
  },
  policies: { skip: 'Leave it', update: 'Update it', stop: 'Start nothing' },
  noLabels: 'None',
  noEnd: 'No date given',
  tenantsOf: (counts: { create: number; update: number; delete: number }) =>
    capital(
      formatList([
        ...(counts.create > 0 ? [`create in ${formatNumber(counts.create)}`] : []),
        ...(counts.update > 0 ? [`update in ${formatNumber(counts.update)}`] : []),
        ...(counts.delete > 0 ? [`delete from ${formatNumber(counts.delete)}`] : []),
      ]),
    ),
  thingsIn: (things: number, count: number) =>
    `Create ${plural(things, { one: 'item', other: 'items' })} in ${tenants(count)}`,
  tenantsHeading: (count: number) => `In ${tenants(count)}`,
  done: (done: number, all: number) => `${formatNumber(done)} of ${formatNumber(all)} done`,
  actions: { create: 'Create', update: 'Update', delete: 'Delete' },
  reason: 'Reason (needed to decline)',
  reasonToRevoke: 'Reason (needed to take back the approval)',
  reasonMissing: 'Say why, so that the plan can be changed.',
  reasonHint: 'The person who asked reads it.',
  approve: 'Approve',
  decline: 'Decline',
  withdraw: 'Withdraw',
  revoke: 'Take back approval',
  decided: {
    approve: (name: string) => `Approved the plan for ${name}.`,
    decline: (name: string) => `Declined the plan for ${name}.`,
    withdraw: (name: string) => `Withdrew the plan for ${name}.`,
    revoke: (name: string) => `Took back the approval for ${name}. Nothing more of the plan runs.`,
  },
  /** In the rollout. */
  needed: (above: number) =>
    `More than ${tenants(above)}: a second person has to approve this plan. Your credentials are not part of it; you enter them again to run it.`,
  outside: (labels: readonly string[]) => {
    const shown = labels.slice(0, 5);
    const more = labels.length - shown.length;
    const named = formatList(more > 0 ? [...shown, `${formatNumber(more)} more`] : shown);
    return `Not in the approved plan: ${named}. Leave out what is not approved, or ask again.`;
  },
  otherContent: (facts: readonly string[]) =>
    `Not as approved: ${formatList(facts)}. Go back to change what you entered, or ask again.`,
  /** In the onboarding of several tenants. */
  ahead: (above: number) =>
    `For more than ${tenants(above)}, a second person approves the plan before it runs. Choose and enter everything, then ask for approval; once approved, you enter the credentials again.`,
  otherThing: (name: string, facts: readonly string[]) =>
    facts.length === 0 ? name : `${name} (${formatList(facts)})`,
  otherThings: (names: readonly string[]) =>
    `Not approved like this: ${formatList(names)}. Go back to leave them out or to enter what was approved, or ask again.`,
  askedToOnboard: (like: string) =>
    `The plan to onboard tenants like ${like} is waiting for a second person.`,
  covered: (name: string | undefined) => (name === undefined ? 'Approved.' : `Approved by ${name}.`),
  ask: (count: number) => `Ask for approval for ${tenants(count)}`,
  askedFor: (name: string) => `The plan for ${name} is waiting for a second person.`,
  gone: 'This plan cannot be run: it is not approved, has expired, or is not yours.',
  allPlans: 'Open approvals',
};
