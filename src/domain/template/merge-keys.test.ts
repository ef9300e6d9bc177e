import { describe, expect, test } from 'vitest';

import { addImagePullSecret } from './testing/add-image-pull-secret.ts';

// The reader of Kubernetes and Argo lets a merge key replace what is before it, so the mapping's own list only counts
// after the last merge key. Compared with kubectl 1.32.
const common = 'x: &common\n  imagePullSecrets: [{name: shared}]\nkind: Workflow\n';

describe('a list from a merge key is written out after it', () => {
  test.each([
    [
      'in the last line',
      `${common}spec:\n  a: 1\n  <<: *common`,
      `${common}spec:\n  a: 1\n  <<: *common\n  imagePullSecrets:\n    - name: shared\n    - name: mine`,
    ],
    [
      'before a comment in its line',
      `${common}spec:\n  <<: *common # as everywhere\n  # first\n  a: 1\n`.replaceAll('\n', '\r\n'),
      `${common}spec:\n  <<: *common # as everywhere\n  imagePullSecrets:\n    - name: shared\n    - name: mine\n  # first\n  a: 1\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    ],
    [
      'of several',
      `y: &other {b: 1}\n${common}spec:\n  <<: [*other, *common]\n  a: 1\n`,
      `y: &other {b: 1}\n${common}spec:\n  <<: [*other, *common]\n  imagePullSecrets:\n    - name: shared\n    - name: mine\n  a: 1\n`,
    ],
    [
      'of a list in lines',
      `${common}spec:\n  <<:\n    - *common\n  a: 1\n`,
      `${common}spec:\n  <<:\n    - *common\n  imagePullSecrets:\n    - name: shared\n    - name: mine\n  a: 1\n`,
    ],
    [
      'of two keys',
      `y: &other {b: 1}\n${common}spec:\n  <<: *other\n  a: 1\n  <<: *common\n`,
      `y: &other {b: 1}\n${common}spec:\n  <<: *other\n  a: 1\n  <<: *common\n  imagePullSecrets:\n    - name: shared\n    - name: mine\n`,
    ],
    [
      'in braces',
      `${common}spec: {a: 1, <<: *common, b: 2}\n`,
      `${common}spec: {a: 1, <<: *common, imagePullSecrets: [{name: shared}, {name: mine}], b: 2}\n`,
    ],
  ])('%s', (_name, text, expected) => {
    const patched = addImagePullSecret(text, 'mine');
    expect(patched.documents).toMatchObject([{ action: 'inserted', warnings: [{ code: 'list-expanded' }] }]);
    expect(patched.text).toBe(expected);
    expect(addImagePullSecret(patched.text, 'mine').text).toBe(patched.text);
  });
});

test.each([
  ['a merge key without a list', `x: &c {a: 1}\nkind: Workflow\nspec:\n  <<: *c\n  b: 1\n`],
  ['a quoted one, which is a key as any other', `${common}spec:\n  "<<": *common\n`],
])('%s changes nothing', (_name, text) => {
  const { documents, text: patched } = addImagePullSecret(text, 'mine');
  expect(documents).toMatchObject([{ action: 'inserted', warnings: [] }]);
  expect(patched).toBe(text.replace('spec:\n', 'spec:\n  imagePullSecrets:\n    - name: mine\n'));
});
