import { describe, expect, it } from 'vitest';
import { planChecks, plannedImageName, readImages, uncoveredImages } from './check-plan.ts';

const template = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: train
spec:
  templates:
    - name: a
      container:
        image: ghcr.io/acme/train:2.4
    - name: b
      container:
        image: docker.io/acme/prepare
    - name: c
      container:
        image: "{{inputs.parameters.image}}"
    - name: d
      container:
        image: ghcr.io/acme/train:2.4
`;

describe('readImages', () => {
  it.each([
    ['', [], false, []],
    ['ghcr.io/acme/train:2.4', ['ghcr.io/acme/train:2.4'], false, []],
    [' redis\nghcr.io/a/b \n redis', ['redis', 'ghcr.io/a/b'], false, []],
    ['https://ghcr.io/a/b', [], false, ['https://ghcr.io/a/b']],
    ['ghcr.io/<you>/b', [], false, ['ghcr.io/<you>/b']],
    [template, ['ghcr.io/acme/train:2.4', 'docker.io/acme/prepare'], true, ['{{inputs.parameters.image}}']],
  ])('%j', (text, images, fromTemplate, unreadable) => {
    expect(readImages(text)).toEqual({ images, fromTemplate, unreadable });
  });
});

describe('planChecks', () => {
  it('asks each registry for the images that its key is used for', () => {
    const hosts = ['https://index.docker.io', 'ghcr.io', 'ghcr.io/other'];
    const images = ['redis', 'ghcr.io/acme/train:2.4', `ghcr.io/acme/serve@sha256:${'a'.repeat(64)}`];
    expect(planChecks(hosts, images)).toEqual([
      { host: 'https://index.docker.io', images: [{ repository: 'library/redis', reference: 'latest' }] },
      {
        host: 'ghcr.io',
        images: [
          { repository: 'acme/train', reference: '2.4' },
          { repository: 'acme/serve', reference: `sha256:${'a'.repeat(64)}` },
        ],
      },
      { host: 'ghcr.io/other', images: [] },
    ]);
  });

  it('asks the host of a matching image for a key with a wildcard', () => {
    expect(planChecks(['*.example.com'], [])).toEqual([{ host: undefined, images: [] }]);
    expect(planChecks(['*.example.com'], ['one.example.com/a:1', 'two.example.com/b:1'])).toEqual([
      { host: 'one.example.com', images: [{ repository: 'a', reference: '1' }] },
    ]);
  });

  it('asks for ten images at most', () => {
    const images = Array.from({ length: 12 }, (_, at) => `ghcr.io/acme/app:${at}`);
    expect(planChecks(['ghcr.io'], images)[0]?.images).toHaveLength(10);
  });
});

it('reports an image without a key', () => {
  expect(uncoveredImages(['ghcr.io'], ['ghcr.io/a/b', 'quay.io/a/b'])).toEqual(['quay.io/a/b']);
});

it.each([
  ['2.4', 'acme/app:2.4'],
  ['sha256:abc', 'acme/app@sha256:abc'],
])('%s is shown as %s', (reference, name) => {
  expect(plannedImageName({ repository: 'acme/app', reference })).toBe(name);
});
