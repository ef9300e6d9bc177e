import { describe, expect, test } from 'vitest';
import { audit as texts } from '../ui/texts/en/gateway/audit.ts';
import { actionWords, eventName } from './action-words.ts';

const time = '12:00:01';
const actor = { id: 'robin', name: 'Robin', issuer: 'header', groups: [] };
const event = {
  id: 1,
  time: '2026-11-21T12:00:01Z',
  requestId: 'req-1',
  action: 'create',
  outcome: 'done',
  actor,
  tenant: 'acme-vision',
  resource: 'dockerRegistrySecrets',
  name: 'ghcr',
};

describe('the name of an event', () => {
  test('says when, what, to what, where and by whom', () => {
    expect(eventName(texts, event, time)).toBe(
      '12:00:01, Registered, Docker registry secret, ghcr, acme-vision, Robin',
    );
  });

  test.each([
    ['action', { action: 'delete' }],
    ['object', { name: 'docker-hub' }],
    ['host', { name: undefined, subject: { registries: [{ host: 'ghcr.io' }] } }],
    ['kind', { resource: 'secrets' }],
    ['resource group', { subject: { resourceGroup: 'default' } }],
    ['tenant', { tenant: 'acme-forecast' }],
    ['person', { actor: { ...actor, name: 'Kim' } }],
    ['end', { outcome: 'failed' }],
    ['number of calls', { subject: { count: 3 } }],
  ])('differs from that of another one of its second by its %s', (_, other) => {
    expect(eventName(texts, { ...event, ...other }, time)).not.toBe(eventName(texts, event, time));
  });

  test('has the tenant by the name that it bears here', () => {
    expect(eventName(texts, event, time, 'Acme Vision')).toContain(', Acme Vision, ');
  });
});

test.each([
  ['dockerRegistrySecrets', 'Registered', 'Rotated'],
  ['objectStoreSecrets', 'Registered', 'Rotated'],
  ['secrets', 'Registered', 'Rotated'],
  ['repositories', 'Added', 'Rotated'],
  ['applications', 'Added', 'Changed'],
  ['resourceGroups', 'Added', 'Changed labels'],
])('what is done to %s is called as its pages call it', (resource, created, changed) => {
  const said = ['create', 'change'].map((action) => actionWords(texts, { action, resource }));
  expect(said).toEqual([created, changed]);
});
