import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../text/base64.ts';
import { explainImage } from './keyring.ts';

const password = 'not-a-real-secret';
const hubKey = 'https://index.docker.io';

function authsOf(...keys: string[]): Record<string, unknown> {
  return Object.fromEntries(keys.map((key) => [key, { username: `user of ${key}`, password }]));
}

describe('explainImage: covered', () => {
  it.each([
    ['ghcr.io/acme/app', ['ghcr.io'], ['ghcr.io']],
    ['redis', [hubKey], [hubKey]],
    ['redis', [hubKey, 'docker.io'], ['docker.io']],
    ['ghcr.io/acme/app', ['ghcr.io', 'ghcr.io/acme', '*.io'], ['ghcr.io/acme', 'ghcr.io', '*.io']],
    ['acme/app', [hubKey, 'ghcr.io'], [hubKey]],
  ])('%s by %j', (image, keys, expected) => {
    expect(explainImage(authsOf(...keys), image)).toMatchObject({
      kind: 'covered',
      entries: expected.map((key) => ({ key, username: `user of ${key}`, isEmpty: false })),
    });
  });

  it('takes the username from auth, and names the registry', () => {
    const auths = { 'ghcr.io': { username: 'shown', password, auth: encodeBase64(`used:${password}`) } };
    expect(explainImage(auths, 'ghcr.io/app')).toEqual({
      kind: 'covered',
      registry: 'ghcr.io',
      entries: [{ key: 'ghcr.io', username: 'used', isEmpty: false }],
    });
  });

  it('is covered if only one of the entries is empty', () => {
    const auths = { 'ghcr.io/acme': {}, 'ghcr.io': { username: 'bot', password } };
    expect(explainImage(auths, 'ghcr.io/acme/app')).toMatchObject({
      kind: 'covered',
      entries: [{ isEmpty: true }, { username: 'bot', isEmpty: false }],
    });
  });

  it.each([[{}], [null], [{ identitytoken: 'fake' }], [{ auth: '', email: 'a@acme.example' }]])(
    'by an entry without credentials: %j',
    (entry) => {
      const explanation = explainImage({ 'docker.io': entry, ...authsOf(hubKey) }, 'redis');
      expect(explanation).toEqual({
        kind: 'covered-but-empty',
        registry: 'docker.io',
        entries: [{ key: 'docker.io', username: '', isEmpty: true }],
      });
    },
  );
});

describe('explainImage: not covered', () => {
  it.each([
    // port
    ['ghcr.io:5000/app', ['ghcr.io'], 'ghcr.io', { code: 'port', keyPort: '', imagePort: '5000' }],
    ['ghcr.io/app', ['ghcr.io:443'], 'ghcr.io:443', { code: 'port', keyPort: '443', imagePort: '' }],
    ['redis', [`${hubKey}:443/v1/`], `${hubKey}:443/v1/`, { code: 'port', keyPort: '443', imagePort: '' }],
    ['redis', ['docker.io:443'], 'docker.io:443', { code: 'port', keyPort: '443', imagePort: '' }],
    ['localhost:5000/app', ['localhost'], 'localhost', { code: 'port', keyPort: '', imagePort: '5000' }],
    ['a.io:1/x', ['a.io:1/y', 'a.io'], 'a.io:1/y', { code: 'path', keyPath: '/y', imagePath: '/x' }],
    // path
    [
      'quay.io/other/a',
      ['quay.io/acme'],
      'quay.io/acme',
      { code: 'path', keyPath: '/acme', imagePath: '/other/a' },
    ],
    ['quay.io/acme/a', ['quay.io/v2'], 'quay.io/v2', { code: 'path', keyPath: '/v2', imagePath: '/acme/a' }],
    ['quay.io/acme/a', ['quay.io//'], 'quay.io//', { code: 'path', keyPath: '//', imagePath: '/acme/a' }],
    ['quay.io/acme/a', ['quay.io/*'], 'quay.io/*', { code: 'path', keyPath: '/*', imagePath: '/acme/a' }],
    ['quay.io/acme/a', ['quay.io/ä'], 'quay.io/ä', { code: 'path', keyPath: '/ä', imagePath: '/acme/a' }],
    ['quay.io/acme/a', ['quay.io/x', 'quay.io/acmeai'], 'quay.io/acmeai', { code: 'path' }],
    [
      'redis',
      ['docker.io/acme'],
      'docker.io/acme',
      { code: 'path', keyPath: '/acme', imagePath: '/library/redis' },
    ],
    // label count
    [
      'acme.example/app',
      ['*.acme.example'],
      '*.acme.example',
      { code: 'label-count', keyLabels: 3, imageLabels: 2 },
    ],
    [
      'a.b.acme.example/app',
      ['*.acme.example'],
      '*.acme.example',
      { code: 'label-count', keyLabels: 3, imageLabels: 4 },
    ],
    ['eu.gcr.io/app', ['gcr.io'], 'gcr.io', { code: 'label-count', keyLabels: 2, imageLabels: 3 }],
    ['de.icr.io/app', ['icr.io', 'ghcr.io'], 'icr.io', { code: 'label-count', keyLabels: 2, imageLabels: 3 }],
    ['ghcr.io/app', ['ghcr.io.'], 'ghcr.io.', { code: 'label-count', keyLabels: 3, imageLabels: 2 }],
    ['ghcr.io/app', ['*'], '*', { code: 'label-count', keyLabels: 1, imageLabels: 2 }],
    [
      '1.dkr.ecr.cn-north-1.amazonaws.com.cn/llm',
      ['*.dkr.ecr.*.amazonaws.com', 'docker.io'],
      '*.dkr.ecr.*.amazonaws.com',
      { code: 'label-count', keyLabels: 6, imageLabels: 7 },
    ],
    [
      'acme.common.repositories.cloud.sap/app',
      ['repositories.cloud.sap'],
      'repositories.cloud.sap',
      { code: 'label-count', keyLabels: 3, imageLabels: 5 },
    ],
    // capitals
    ['ghcr.io/app', ['GHCR.io'], 'GHCR.io', { code: 'capitals' }],
    ['ghcr.io/acme/app', ['ghcr.io/Acme'], 'ghcr.io/Acme', { code: 'capitals' }],
    ['ghcr.io/acme/app', ['Ghcr.io/Acme'], 'Ghcr.io/Acme', { code: 'capitals' }],
    ['Registry/app', ['registry'], 'registry', { code: 'capitals' }],
    ['redis', ['Docker.io'], 'Docker.io', { code: 'capitals' }],
    ['redis', ['https://Index.docker.io'], 'https://Index.docker.io', { code: 'capitals' }],
    // scheme
    ['ghcr.io/app', ['oci://ghcr.io'], 'oci://ghcr.io', { code: 'scheme', scheme: 'oci' }],
    ['ghcr.io/app', ['HTTPS://ghcr.io'], 'HTTPS://ghcr.io', { code: 'scheme', scheme: 'HTTPS' }],
    [
      'ghcr.io/acme/app',
      ['quay.io', 'docker://ghcr.io/acme'],
      'docker://ghcr.io/acme',
      { code: 'scheme', scheme: 'docker' },
    ],
    ['redis', ['HTTPS://index.docker.io'], 'HTTPS://index.docker.io', { code: 'scheme', scheme: 'HTTPS' }],
    // Docker Hub's dead spellings
    ['acme/app', ['registry-1.docker.io'], 'registry-1.docker.io', { code: 'dead-docker-hub-spelling' }],
    ['acme/app', ['https://hub.docker.com'], 'https://hub.docker.com', { code: 'dead-docker-hub-spelling' }],
    [
      'acme/app',
      ['registry.hub.docker.com'],
      'registry.hub.docker.com',
      { code: 'dead-docker-hub-spelling' },
    ],
    ['acme/app', ['index.docker.io/acme'], 'index.docker.io/acme', { code: 'dead-docker-hub-spelling' }],
    ['acme/app', [`${hubKey}/v1`], `${hubKey}/v1`, { code: 'dead-docker-hub-spelling' }],
    ['acme/app', ['ghcr.io', `${hubKey}/v2`], `${hubKey}/v2`, { code: 'dead-docker-hub-spelling' }],
    // unparsable
    ['ghcr.io/app', ['quay.io', ' ghcr.io'], ' ghcr.io', { code: 'unparsable-key' }],
    ['ghcr.io/app', ['quay.io', 'ghcr.io:https'], 'ghcr.io:https', { code: 'unparsable-key' }],
    ['ghcr.io/app', ['quay.io', 'ghcr.io/%zz'], 'ghcr.io/%zz', { code: 'unparsable-key' }],
    ['ghcr.io/app', ['a b'], 'a b', { code: 'unparsable-key' }],
    // another host
    ['ghcr.io/app', ['quay.io'], 'quay.io', { code: 'host' }],
    ['ghcr.io/app', ['a b', 'reg.acme.example'], 'reg.acme.example', { code: 'host' }],
    ['reg.acme.example/app', ['ghcr.io', 'cache.acme.example'], 'cache.acme.example', { code: 'host' }],
    [
      'registry-vpc.eu.aliyuncs.com/app',
      ['registry.eu.aliyuncs.com'],
      'registry.eu.aliyuncs.com',
      { code: 'host' },
    ],
    ['ghcr.io/app', [''], '', { code: 'host' }],
    ['registry-1.docker.io/acme/app', [hubKey], hubKey, { code: 'host' }],
    // the nearest of several
    ['ghcr.io/app', ['GHCR.io', 'oci://ghcr.io'], 'oci://ghcr.io', { code: 'scheme' }],
    ['ghcr.io/app', ['Ghcr.io/other', 'ghcr.io:443'], 'ghcr.io:443', { code: 'port' }],
    ['ghcr.io/app', ['quay.io', 'GHCR.io:443'], 'GHCR.io:443', { code: 'capitals' }],
    ['ghcr.io/app', ['GHCR.io:443', 'ghcr.io:443'], 'ghcr.io:443', { code: 'port' }],
    ['ghcr.io/app', ['ghcr.io/other', 'Ghcr.io/App'], 'Ghcr.io/App', { code: 'capitals' }],
    ['ghcr.io/app', ['quay.io/App'], 'quay.io/App', { code: 'host' }],
    ['ghcr.io/app', ['*.ghcr.io', 'Ghcr.io/other'], 'Ghcr.io/other', { code: 'capitals' }],
    ['ghcr.io/app', ['ghcr.io:443/other', 'ghcr.io:444'], 'ghcr.io:444', { code: 'port' }],
    ['ghcr.io/app', ['ghcr.io:443/App'], 'ghcr.io:443/App', { code: 'port' }],
    ['eu.gcr.io/app', ['io', 'gcr.io'], 'gcr.io', { code: 'label-count' }],
    [
      'ghcr.io/acme/app',
      ['quay.io', 'ghcr.io:443', 'ghcr.io/other', 'GHCR.io'],
      'GHCR.io',
      { code: 'capitals' },
    ],
    ['ghcr.io/acme/app', ['*.ghcr.io', 'ghcr.io:443', 'ghcr.io/other'], 'ghcr.io/other', { code: 'path' }],
    ['ghcr.io/acme/app', ['*.ghcr.io', 'ghcr.io:443', 'quay.io'], 'ghcr.io:443', { code: 'port' }],
    ['ghcr.io/acme/app', ['quay.io', '*.ghcr.io'], '*.ghcr.io', { code: 'label-count' }],
  ])('%s by %j', (image, keys, key, difference) => {
    expect(explainImage(authsOf(...keys), image)).toMatchObject({
      kind: 'not-covered',
      nearest: { key, difference },
    });
  });

  it.each([
    ['redis', hubKey],
    ['ghcr.io/app', 'ghcr.io'],
    ['localhost:5000/app', 'localhost:5000'],
  ])('%s: the suggested key %s covers it', (image, suggestion) => {
    expect(explainImage({}, image)).toMatchObject({ kind: 'not-covered', suggestion });
    expect(explainImage(authsOf(suggestion), image)).toMatchObject({ kind: 'covered' });
  });

  it('names no nearest key if there is none', () => {
    expect(explainImage(null, 'ghcr.io/app')).toEqual({
      kind: 'not-covered',
      registry: 'ghcr.io',
      suggestion: 'ghcr.io',
    });
  });
});

describe('explainImage: other answers', () => {
  it.each([
    ['{{inputs.parameters.image}}', { kind: 'cannot-tell', reason: 'placeholder' }],
    ['ghcr.io/<team>/app', { kind: 'cannot-tell', reason: 'unfilled', part: '<team>' }],
    ['ghcr.io/acme/app:{{tag}}', { kind: 'covered', registry: 'ghcr.io', entries: [expect.anything()] }],
    ['quay.io/acme/app:{{tag}}', expect.objectContaining({ kind: 'not-covered', suggestion: 'quay.io' })],
    ['', { kind: 'invalid-image', problem: 'empty' }],
    ['https://ghcr.io/app', { kind: 'invalid-image', problem: 'scheme' }],
    ['ghcr.io/App', { kind: 'invalid-image', problem: 'capital-in-repository', part: 'App' }],
    ['ghcr.io/app:', { kind: 'invalid-image', problem: 'empty-tag' }],
  ])('%j', (image, expected) => {
    expect(explainImage(authsOf('ghcr.io'), image)).toEqual(expected);
  });

  it('names the entries of a secret that the kubelet drops', () => {
    const auths = { ...authsOf('ghcr.io'), 'quay.io': { auth: '!' } };
    expect(explainImage(auths, 'ghcr.io/app')).toEqual({
      kind: 'bad-secret',
      problems: [{ code: 'auth-not-base64', key: 'quay.io' }],
    });
  });
});
