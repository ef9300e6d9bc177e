import { describe, expect, test } from 'vitest';

import { addImagePullSecret } from '../testing/add-image-pull-secret.ts';

const secret = (text: string): string => addImagePullSecret(text, 's').text;

describe('a list in a flow mapping', () => {
  test.each([
    ['{kind: Workflow, spec: {}}', '{kind: Workflow, spec: { imagePullSecrets: [{ name: s }] }}'],
    ['{kind: Workflow, spec: { }}', '{kind: Workflow, spec: { imagePullSecrets: [{ name: s }] }}'],
    ['{kind: Workflow, spec: { a: 1 }}', '{kind: Workflow, spec: { imagePullSecrets: [{ name: s }], a: 1 }}'],
    ['{"kind":"Workflow","spec":{}}', '{"kind":"Workflow","spec":{ "imagePullSecrets": [{ "name": "s" }] }}'],
    [
      '{"kind":"Workflow","spec":{"a":1}}',
      '{"kind":"Workflow","spec":{"imagePullSecrets":[{"name":"s"}],"a":1}}',
    ],
    [
      '{"kind":"Workflow","spec":{"imagePullSecrets":[{"name":"a"}]}}',
      '{"kind":"Workflow","spec":{"imagePullSecrets":[{"name":"a"},{"name":"s"}]}}',
    ],
    [
      '{"kind":"Workflow","spec":{"imagePullSecrets":[]}}',
      '{"kind":"Workflow","spec":{"imagePullSecrets":[{ "name": "s" }]}}',
    ],
    [
      '{"kind":"Workflow","spec":{"imagePullSecrets":null,"a":1}}',
      '{"kind":"Workflow","spec":{"imagePullSecrets":[{"name":"s"}],"a":1}}',
    ],
    [
      "{'kind': 'Workflow', 'spec': {'a': 1}}",
      "{'kind': 'Workflow', 'spec': {'imagePullSecrets': [{'name': 's'}], 'a': 1}}",
    ],
    [
      'kind: Workflow\nspec: {imagePullSecrets: , a: 1}\n',
      'kind: Workflow\nspec: {imagePullSecrets: [{name: s}] , a: 1}\n',
    ],
    [
      'kind: Workflow\nspec: {imagePullSecrets, a: 1}\n',
      'kind: Workflow\nspec: {imagePullSecrets: [{name: s}], a: 1}\n',
    ],
    [
      'kind: Workflow\nspec: { # why\n    # what\n    a: 1\n  }\n',
      'kind: Workflow\nspec: { # why\n    imagePullSecrets: [{ name: s }],\n    # what\n    a: 1\n  }\n',
    ],
    [
      'kind: Workflow\nspec:\n  imagePullSecrets: [{name: a}, ]\n',
      'kind: Workflow\nspec:\n  imagePullSecrets: [{name: a}, {name: s}, ]\n',
    ],
    [
      'kind: Workflow\nspec:\n  imagePullSecrets: [<secret>]\n',
      'kind: Workflow\nspec:\n  imagePullSecrets: [{name: s}]\n',
    ],
    [
      'kind: Workflow\nspec:\n  imagePullSecrets: <secrets>\n',
      'kind: Workflow\nspec:\n  imagePullSecrets: [{ name: s }]\n',
    ],
  ])('%j', (before, after) => {
    expect(secret(before)).toBe(after);
    expect(secret(after)).toBe(after);
  });
});

describe('strings inside a serving template', () => {
  const head = 'kind: ServingTemplate\nspec:\n  template:\n    spec: ';
  const list = '        imagePullSecrets:\n          - name: s\n';

  test.each([
    ['a document marker first', '|\n      ---\n      predictor:\n', '        a: 1\n', list],
    ['a comment and a marker first', '|\n      # c\n      --- \n      predictor:\n', '        a: 1\n', list],
    ['a tag in braces', '|\n      predictor:\n', '        a: {b: {{c}}}\n', list],
    [
      'an expression over lines',
      '|\n      predictor:\n',
      '        a: {{= b ||\n          "c: \'d" }}\n',
      list,
    ],
    ['two tags with one shape', '|\n      predictor:\n', '        {{a.b}}: 1\n        {{a-b}}: 2\n', list],
    ['tags alone on a line', '|\n      predictor:\n', '        {{a}} {{b}}\n        c: 1\n', list],
    ['lines after it', '|\n      predictor:\n', '        a: 1\n\n  # c\n  inputs: {}\n', list],
  ])('%s', (_name, before, after, inserted) => {
    expect(secret(head + before + after)).toBe(head + before + inserted + after);
  });

  test('a single-quoted one that would need a line break', () => {
    const text = `${head}'{predictor: {\n\n      a: 1}}'\n`;
    expect(addImagePullSecret(text, 's')).toMatchObject({
      text,
      documents: [{ action: 'failed', problem: { code: 'quoted-string-unsupported', line: 4, column: 11 } }],
    });
  });

  test('two documents in one string', () => {
    const text = `${head}"predictor: {a: 1}\\n---\\nb: 1"\n`;
    expect(addImagePullSecret(text, 's').documents).toMatchObject([
      { action: 'failed', problem: { code: 'inner-several-documents', line: 4, column: 36 } },
    ]);
  });

  test('many tags on a line with other text do not take longer', () => {
    const text = `${head}|\n      predictor:\n        a: 1\n        # ${'{{a}}'.repeat(5000)}x\n`;
    expect(addImagePullSecret(text, 's').documents).toMatchObject([{ action: 'inserted' }]);
  });
});
