import { describe, expect, test } from 'vitest';
import { findForImage, type KnownSecret } from './image-findings.ts';

const ghcr: KnownSecret = { name: 'ghcr', registries: [{ host: 'ghcr.io', username: 'octo' }] };
const team: KnownSecret = { name: 'team', registries: [{ host: 'ghcr.io/team' }, { host: 'ghcr.io' }] };
const unknown: KnownSecret = { name: 'unknown', registries: undefined };

describe('findForImage', () => {
  test('names the secret and the username of each matching entry, in the order tried', () => {
    const { explanation, holders, unknownSecrets } = findForImage('ghcr.io/team/app', [ghcr, team], false);
    expect(explanation.kind).toBe('covered');
    expect(holders).toEqual([
      { key: 'ghcr.io/team', secret: 'team', username: '' },
      { key: 'ghcr.io', secret: 'ghcr', username: 'octo' },
      { key: 'ghcr.io', secret: 'team', username: '' },
    ]);
    expect(unknownSecrets).toEqual([]);
  });

  test('an entry whose username is not remembered covers nonetheless', () => {
    const secret = { name: 'ocean', registries: [{ host: 'registry.digitalocean.com' }] };
    expect(findForImage('registry.digitalocean.com/a/b', [secret], false).explanation.kind).toBe('covered');
  });

  test('names the secrets of which nothing is known', () => {
    const { explanation, unknownSecrets } = findForImage('quay.io/a/b', [ghcr, unknown], false);
    expect(explanation.kind).toBe('not-covered');
    expect(unknownSecrets).toEqual(['unknown']);
  });

  test('a docker.io entry in one secret keeps the fallback in another from being used', () => {
    const hub: KnownSecret = { name: 'hub', registries: [{ host: 'https://index.docker.io' }] };
    const plain: KnownSecret = { name: 'plain', registries: [{ host: 'docker.io' }] };
    expect(findForImage('redis', [hub], false).holders.map(({ secret }) => secret)).toEqual(['hub']);
    expect(findForImage('redis', [hub, plain], false).holders.map(({ secret }) => secret)).toEqual(['plain']);
  });

  test('only a ServingTemplate is compared with Knative', () => {
    const plain: KnownSecret = { name: 'plain', registries: [{ host: 'docker.io' }] };
    expect(findForImage('redis', [plain], true).differences.map(({ code }) => code)).toEqual([
      'docker-io-key',
    ]);
    expect(findForImage('redis', [plain], false).differences).toEqual([]);
  });

  test('a host that is a name of every object is an entry like others', () => {
    const odd: KnownSecret = { name: 'odd', registries: [{ host: '__proto__' }, { host: 'ghcr.io' }] };
    expect(findForImage('ghcr.io/a/b', [odd], false).explanation.kind).toBe('covered');
  });
});
