import { describe, expect, test } from 'vitest';

import { findUnfilled, isUnfilled } from './unfilled.ts';

describe('findUnfilled', () => {
  test.each([
    ['docker.io/<YOUR_DOCKER_USERNAME>/app:1', '<YOUR_DOCKER_USERNAME>'],
    ['docker.io/<your name>/app:1', '<your name>'],
    ['docker.io/YOUR_DOCKER_USERNAME/app', 'YOUR_DOCKER_USERNAME'],
    ['$REGISTRY/app', '$REGISTRY'],
    ['${REGISTRY}/app', '${REGISTRY}'],
    ['$(REGISTRY)/app', '$(REGISTRY)'],
    ['ghcr.io/acme/app:1', undefined],
    ['ghcr.io/your-team/app', undefined],
    ['a < b', undefined],
    ['ghcr.io/acme/app:{{inputs.parameters.tag}}', undefined],
  ])('%s: %s', (text, piece) => {
    expect(findUnfilled(text)).toBe(piece);
  });
});

describe('isUnfilled', () => {
  test.each([
    ['<Name of your Docker registry secret>', true],
    [' YOUR_DOCKER_SECRET ', true],
    ['$SECRET', true],
    ['my-<name>', false],
    ['Default', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isUnfilled(text)).toBe(expected);
  });
});
