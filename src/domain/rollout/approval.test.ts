import { expect, it } from 'vitest';
import { notApproved, type PlannedRollout } from './approval.ts';

const approved: PlannedRollout = {
  operation: 'rollout',
  resource: 'dockerRegistrySecrets',
  name: 'docker-hub',
  subject: { registries: [{ host: 'ghcr.io', username: 'octo' }, { host: 'quay.io' }] },
  policy: 'skip',
  steps: [
    { tenant: 'a', action: 'create' },
    { tenant: 'b', action: 'create', name: 'other' },
  ],
};
const registries = [{ host: 'quay.io', username: 'robot' }, { host: 'ghcr.io' }];

it.each<[string, Partial<PlannedRollout>, Partial<PlannedRollout>, 'all' | string[]]>([
  ['the same', {}, {}, []],
  ['fewer tenants', { steps: [{ tenant: 'a', action: 'create' }] }, {}, []],
  ['a username that one side does not know', { subject: { registries } }, {}, []],
  ['another tenant', { steps: [{ tenant: 'c', action: 'create' }] }, {}, ['c']],
  ['another name in a tenant', { steps: [{ tenant: 'b', action: 'create' }] }, {}, ['b']],
  ['an update', { steps: [{ tenant: 'a', action: 'update' }] }, {}, ['a']],
  ['an update where both may be', { steps: [{ tenant: 'a', action: 'update' }] }, { policy: 'update' }, []],
  ['a removal', { steps: [{ tenant: 'a', action: 'delete' }] }, { policy: 'update' }, ['a']],
  ['another operation', { operation: 'removal' }, {}, 'all'],
  ['another secret', { name: 'ghcr' }, {}, 'all'],
  ['another registry', { subject: { registries: [{ host: 'ghcr.io' }] } }, {}, 'all'],
  [
    'another username',
    { subject: { registries: [{ host: 'ghcr.io', username: 'al' }, { host: 'quay.io' }] } },
    {},
    'all',
  ],
  ['another resource group', { subject: { ...approved.subject, resourceGroup: 'b' } }, {}, 'all'],
  ['another scope', { subject: { ...approved.subject, scope: 'tenant' } }, {}, 'all'],
  [
    'another repository',
    { subject: { ...approved.subject, url: 'https://b.example/x' } },
    { subject: { ...approved.subject, url: 'https://a.example/x' } },
    'all',
  ],
  [
    'another spelling of its address',
    { subject: { ...approved.subject, url: 'https://A.example/X/' } },
    { subject: { ...approved.subject, url: 'https://a.example/X.git' } },
    [],
  ],
  [
    'capitals in its path',
    { subject: { ...approved.subject, url: 'https://a.example/x' } },
    { subject: { ...approved.subject, url: 'https://a.example/X' } },
    'all',
  ],
])('%s', (_what, wanted, plan, missing) => {
  expect(notApproved({ ...approved, ...wanted }, { ...approved, ...plan })).toEqual(missing);
});
