import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { explainImage } from '../keyring/keyring.ts';
import { matcherDifferences } from '../keyring/knative-keyring.ts';
import { listTemplateImages } from './images/images.ts';
import { patchTemplate } from './patch/patch-template.ts';
import { readTemplate } from './read/read-template.ts';
import { addImagePullSecret } from './testing/add-image-pull-secret.ts';

// Inputs reported from practice, each with its source.
const caseSchema = z.object({ id: z.string(), kind: z.string(), input: z.string() });
const cases = readFileSync(new URL('fixtures/field-cases.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)));

function inputOf(id: string): string {
  const found = cases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no case ${id}`);
  return found.input;
}

const entry = { username: 'bot', password: 'not-a-real-secret' };
const insertedLines = 'spec:\n  imagePullSecrets:\n    - name: mine\n';

describe('cases from the field', () => {
  test('each is in this table', () => {
    expect(cases.map(({ id }) => id)).toEqual(['01a', '01c', '05a', '05c', '06', '13', '14', '18a', '18b']);
  });

  test('01a: a quoted item of a flow list that continues to the left of its key', () => {
    const { text, documents } = addImagePullSecret(inputOf('01a'), 'mine');
    expect(documents).toMatchObject([{ action: 'inserted', warnings: [] }]);
    // The sequence in this text starts in the same column as its key.
    expect(text).toBe(inputOf('01a').replace('spec:\n', insertedLines.replace('    - name', '  - name')));
  });

  test('01c: a quoted value whose last line is in its key’s column', () => {
    const { text, documents } = addImagePullSecret(inputOf('01c'), 'mine');
    expect(documents).toMatchObject([{ action: 'inserted', warnings: [] }]);
    expect(text).toBe(inputOf('01c').replace('spec:\n', insertedLines));
  });

  test('05a: a name that no secret can have', () => {
    const template = readTemplate(inputOf('05a'));
    const told = patchTemplate(template, ['mine']);
    expect(told.documents[0]?.warnings).toEqual([{ code: 'impossible-name', name: 'Default', line: 11 }]);
    expect(told.text).toContain('- name: Default\n        - name: mine\n');
    const replaced = patchTemplate(template, ['mine'], ['Default']);
    expect(replaced.documents).toMatchObject([{ action: 'replaced-placeholder', warnings: [] }]);
    expect(replaced.text).toBe(inputOf('05a').replace('Default', 'mine'));
  });

  test('05c: a name that stands for another', () => {
    const { text, documents } = addImagePullSecret(inputOf('05c'), 'mine');
    expect(documents).toMatchObject([{ action: 'replaced-placeholder', warnings: [] }]);
    expect(text).toBe(inputOf('05c').replace('YOUR_DOCKER_SECRET', 'mine'));
  });

  test('06: a container without a command', () => {
    const [image] = listTemplateImages(readTemplate(inputOf('06')));
    expect(image).toMatchObject({ image: 'docker.io/sap/private:1', earlyReader: 'argo' });
    const auths = { 'docker.io': entry };
    expect(matcherDifferences(auths, image?.image ?? '', image?.earlyReader)).toMatchObject([
      { code: 'docker-io-key', suggestion: 'https://index.docker.io' },
    ]);
  });

  test('13: a {{…}} without quotes', () => {
    const { text, documents } = addImagePullSecret(inputOf('13'), 'mine');
    expect(text).toBe(inputOf('13').replace('spec:\n', insertedLines.replace('    - name', '  - name')));
    expect(documents).toMatchObject([
      { action: 'inserted', warnings: [{ code: 'unquoted-placeholder', line: 10 }] },
    ]);
  });

  test('14: an executor plugin', () => {
    expect(listTemplateImages(readTemplate(inputOf('14')))).toMatchObject([
      {
        image: 'registry.example.com/plugin:1',
        path: 'spec.executorPlugins[0].spec.sidecar.container.image',
      },
    ]);
  });

  test('18a: an image with a placeholder', () => {
    expect(explainImage({ 'https://index.docker.io': entry }, inputOf('18a'))).toEqual({
      kind: 'cannot-tell',
      reason: 'unfilled',
      part: '<YOUR_DOCKER_USERNAME>',
    });
  });

  test('18b: an image whose tag is open', () => {
    expect(explainImage({ 'ghcr.io': entry }, inputOf('18b')).kind).toBe('covered');
    expect(explainImage({ 'quay.io': entry }, inputOf('18b')).kind).toBe('not-covered');
  });
});
