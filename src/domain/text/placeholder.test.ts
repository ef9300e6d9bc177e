import { describe, expect, test } from 'vitest';

import { unfilledPiece, isUnfilledPiece } from './placeholder.ts';

describe('unfilledPiece', () => {
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
    expect(unfilledPiece(text)).toBe(piece);
  });
});

describe('isUnfilledPiece', () => {
  test.each([
    ['<Name of your Docker registry secret>', true],
    [' YOUR_DOCKER_SECRET ', true],
    ['$SECRET', true],
    ['my-<name>', false],
    ['Default', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isUnfilledPiece(text)).toBe(expected);
  });
});
