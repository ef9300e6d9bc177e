import { describe, expect, test } from 'vitest';
import type { EarlyReader } from '../../domain/keyring/knative-keyring.ts';
import { imageFinder, type ImageFinding, type KnownSecret } from './image-findings.ts';

const findForImage = (
  image: string,
  secrets: readonly KnownSecret[],
  earlyReader?: EarlyReader,
): ImageFinding => imageFinder(secrets)(image, earlyReader);

const ghcr: KnownSecret = { name: 'ghcr', registries: [{ host: 'ghcr.io', username: 'octo' }] };
const team: KnownSecret = { name: 'team', registries: [{ host: 'ghcr.io/team' }, { host: 'ghcr.io' }] };
const unknown: KnownSecret = { name: 'unknown', registries: undefined };

describe('imageFinder', () => {
  test('names the secret and the username of each matching entry, in the order tried', () => {
    const { explanation, holders, unknownSecrets } = findForImage('ghcr.io/team/app', [ghcr, team]);
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
    expect(findForImage('registry.digitalocean.com/a/b', [secret]).explanation.kind).toBe('covered');
  });

  test('names the secrets of which nothing is known', () => {
    const { explanation, unknownSecrets } = findForImage('quay.io/a/b', [ghcr, unknown]);
    expect(explanation.kind).toBe('not-covered');
    expect(unknownSecrets).toEqual(['unknown']);
  });

  test('a docker.io entry in one secret keeps the fallback in another from being used', () => {
    const hub: KnownSecret = { name: 'hub', registries: [{ host: 'https://index.docker.io' }] };
    const plain: KnownSecret = { name: 'plain', registries: [{ host: 'docker.io' }] };
    expect(findForImage('redis', [hub]).holders.map(({ secret }) => secret)).toEqual(['hub']);
    expect(findForImage('redis', [hub, plain]).holders.map(({ secret }) => secret)).toEqual(['plain']);
  });

  test('only an image that somebody reads before the kubelet is compared with that reader', () => {
    const plain: KnownSecret = { name: 'plain', registries: [{ host: 'docker.io' }] };
    expect(findForImage('redis', [plain], 'knative').differences.map(({ code }) => code)).toEqual([
      'docker-io-key',
    ]);
    expect(findForImage('redis', [plain]).differences).toEqual([]);
  });

  test('a host that is a name of every object is an entry like others', () => {
    const odd: KnownSecret = { name: 'odd', registries: [{ host: '__proto__' }, { host: 'ghcr.io' }] };
    expect(findForImage('ghcr.io/a/b', [odd]).explanation.kind).toBe('covered');
  });
});
