import { expect, it } from 'vitest';
import { notApproved, type PlannedFact, type PlannedRollout } from './approval.ts';

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

it.each<[string, Partial<PlannedRollout>, Partial<PlannedRollout>, PlannedFact['fact'] | string[]]>([
  ['the same', {}, {}, []],
  ['fewer tenants', { steps: [{ tenant: 'a', action: 'create' }] }, {}, []],
  ['a username that one side does not know', { subject: { registries } }, {}, []],
  ['another tenant', { steps: [{ tenant: 'c', action: 'create' }] }, {}, ['c']],
  ['another name in a tenant', { steps: [{ tenant: 'b', action: 'create' }] }, {}, ['b']],
  ['an update', { steps: [{ tenant: 'a', action: 'update' }] }, {}, ['a']],
  ['an update where both may be', { steps: [{ tenant: 'a', action: 'update' }] }, { policy: 'update' }, []],
  ['a removal', { steps: [{ tenant: 'a', action: 'delete' }] }, { policy: 'update' }, ['a']],
  ['another operation', { operation: 'removal' }, {}, 'operation'],
  ['another secret', { name: 'ghcr' }, {}, 'name'],
  ['another registry', { subject: { registries: [{ host: 'ghcr.io' }] } }, {}, 'registries'],
  [
    'another username',
    { subject: { registries: [{ host: 'ghcr.io', username: 'al' }, { host: 'quay.io' }] } },
    {},
    'registries',
  ],
  ['another resource group', { subject: { ...approved.subject, resourceGroup: 'b' } }, {}, 'place'],
  ['another scope', { subject: { ...approved.subject, scope: 'tenant' } }, {}, 'place'],
  ['another key', { subject: { ...approved.subject, keys: ['b'] } }, {}, 'keys'],
  ['another type', { subject: { ...approved.subject, storage: 'oss' } }, {}, 'storage'],
  [
    'another bucket',
    { subject: { ...approved.subject, settings: { bucket: 'b' } } },
    { subject: { ...approved.subject, settings: { bucket: 'a' } } },
    'setting',
  ],
  ['a label more', { subject: { ...approved.subject, settings: { a: 'b' } } }, {}, 'setting'],
  [
    'another repository',
    { subject: { ...approved.subject, url: 'https://b.example/x' } },
    { subject: { ...approved.subject, url: 'https://a.example/x' } },
    'url',
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
    'url',
  ],
])('%s', (_what, wanted, plan, missing) => {
  const { facts, tenants } = notApproved({ ...approved, ...wanted }, { ...approved, ...plan });
  expect(facts.map(({ fact }) => fact)).toEqual(typeof missing === 'string' ? [missing] : []);
  expect(tenants).toEqual(typeof missing === 'string' ? [] : missing);
});
