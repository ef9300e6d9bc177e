import { describe, expect, test } from 'vitest';

import { addImagePullSecret } from '../testing/add-image-pull-secret.ts';

describe('lines of a template', () => {
  test.each([
    ['a blank line with a tab', 'kind: Workflow\nspec:\n\t\n  a: 1\n', 'tab-line', 3],
    ['a comment behind a tab', 'kind: Workflow\nspec:\n  a: "1"\n\t# b\n', 'tab-line', 4],
    ['a last line with a tab', 'kind: Workflow\r\nspec:\r\n  a: b\r\n\t', 'tab-line', 4],
    ['another version of YAML', '%YAML 1.2\n---\nkind: Workflow\nspec: {a: 1}\n', 'yaml-version', 1],
  ])('what only the reader of kubectl and Argo rejects: %s', (_name, text, code, line) => {
    const { documents } = addImagePullSecret(text, 'a');
    expect(documents).toMatchObject([{ action: 'inserted', warnings: [{ code, line }] }]);
  });

  test.each([
    ['in brackets', 'kind: Workflow\nspec: {a: [b,\n\t\n  c]}\n'],
    ['in a quoted string', 'kind: Workflow\nspec:\n  a: "b\n\t\n    c"\n'],
    ['in quotes at the start of a line', 'kind: Workflow\nspec:\n  a: "b\n\t# c"\n'],
    ['the version that is read', '%YAML 1.1 # as Argo\n---\nkind: Workflow\nspec: {a: 1}\n'],
    ['a blank line of spaces', 'kind: Workflow\nspec:\n   \n  a: 1\n'],
  ])('what it accepts: %s', (_name, text) => {
    const { documents } = addImagePullSecret(text, 'a');
    expect(documents).toMatchObject([{ action: 'inserted', warnings: [] }]);
  });
});
