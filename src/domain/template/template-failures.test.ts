import { describe, expect, test } from 'vitest';

import { addImagePullSecret } from './testing/add-image-pull-secret.ts';

const serving = (spec: string): string => `kind: ServingTemplate\nspec:\n  template:\n    spec: ${spec}\n`;
const inString = (lines: string): string => serving(`|\n${lines.replaceAll(/^/gm, '      ')}`);

describe('a text that is not a template', () => {
  test.each([
    ['tabs as indentation', 'kind: Workflow\nspec:\n\tentrypoint: a\n', 'tab-indentation', 3, 1],
    ['an open quote', 'kind: Workflow\nspec:\n  entrypoint: "a\n', 'unclosed-quote', 3, 15],
    ['a key twice', 'kind: Workflow\nspec:\n  a: 1\n  a: 2\n', 'duplicate-key', 4, 3],
    ['a key twice in JSON', '{"kind": "Workflow",\n "kind": "Pod"}', 'duplicate-key', 2, 2],
    ['a placeholder before text', 'kind: Workflow\nspec:\n  a: {{x}}\n  b: [\n', 'unclosed-bracket', 4, 6],
    ['a tab before a key', 'kind: Workflow\nspec:\n  a: 1\n\tb: 2\n', 'tab-indentation', 4, 1],
    ['plain words', 'put the secret here\n', 'not-a-mapping', 1, 1],
    ['a binary file', 'PK\u0003\u0004\u0014\u0000', 'binary', 1, 3],
    ['nothing', '', 'no-documents', 1, 1],
    ['only comments', '# nothing here\n---\n# nor here\n', 'no-documents', 1, 1],
    ['a broken second document', 'kind: Workflow\nspec: {a: 1}\n---\n- [\n', 'unclosed-bracket', 4, 3],
    ['an error behind a byte order mark', '\uFEFFkind: "Workflow\n', 'unclosed-quote', 1, 7],
  ])('%s', (_name, text, code, line, column) => {
    const result = addImagePullSecret(text, 'my-registry');
    expect(result.problem).toMatchObject({ code, line, column });
    expect(result.text).toBe(text);
    expect(result.documents).toEqual([]);
  });

  test('a duplicate key is named', () => {
    expect(addImagePullSecret('kind: Workflow\n"kind" : Pod\n', 'a').problem?.detail).toBe('"kind"');
  });
});

describe('a document that cannot be changed', () => {
  test.each([
    ['no spec', 'kind: Workflow\nmetadata: {}\n', 'place-missing', 1, 1, 'spec'],
    ['empty spec', 'kind: Workflow\nspec:\n', 'place-missing', 2, 1, 'spec'],
    ['spec is text', 'kind: Workflow\nspec: later\n', 'place-not-a-mapping', 2, 7, 'spec'],
    ['spec is a list', 'kind: Workflow\nspec:\n- a\n', 'place-not-a-mapping', 2 + 1, 1, 'spec'],
    [
      'no workflowSpec',
      'kind: CronWorkflow\nspec:\n  schedule: x\n',
      'place-missing',
      3,
      3,
      'spec.workflowSpec',
    ],
    ['aliased spec', 'x: &s {a: 1}\nkind: Workflow\nspec: *s\n', 'aliased-place', 3, 7, 'spec'],
    ['merged place', 'x: &s {spec: {a: 1}}\n<<: *s\nkind: Workflow\n', 'aliased-place', 1, 1, 'spec'],
    [
      'own place, which a merge behind it replaces',
      'x: &s {spec: {a: 1}}\nspec: {b: 1}\n<<: *s\nkind: Workflow\n',
      'aliased-place',
      2,
      7,
      'spec',
    ],
    [
      'own list, which a merge behind it replaces',
      'x: &s {imagePullSecrets: [{name: c}]}\nkind: Workflow\nspec:\n  imagePullSecrets: [{name: a}]\n  <<: *s\n',
      'list-before-merge',
      5,
      3,
      '',
    ],
    ['list is text', 'kind: Workflow\nspec:\n  imagePullSecrets: a\n', 'list-not-a-list', 3, 21, ''],
    [
      'list is a mapping',
      'kind: Workflow\nspec:\n  imagePullSecrets:\n    name: a\n',
      'list-not-a-list',
      4,
      5,
      '',
    ],
    ['list is a tag', 'kind: Workflow\nspec:\n  imagePullSecrets: {{x}}\n', 'list-is-placeholder', 3, 21, ''],
    [
      'alias of something else',
      'x: &s [{name: a, b: c}]\nkind: Workflow\nspec:\n  imagePullSecrets: *s\n',
      'merged-list-unclear',
      4,
      21,
      '',
    ],
    ['serving: no string', serving(''), 'place-missing', 4, 5, 'spec.template.spec'],
    ['serving: a word', serving('later'), 'place-not-a-mapping', 4, 11, ''],
    ['serving: a tag alone', serving('"{{inputs.parameters.spec}}"'), 'place-not-a-mapping', 4, 12, ''],
    ['serving: no predictor', inString('transformer:\n  a: 1'), 'place-missing', 5, 7, 'predictor'],
    ['serving: predictor empty', inString('predictor:'), 'place-missing', 5, 7, 'predictor'],
    ['serving: broken string', inString('predictor:\n  a: "b\n  c: d'), 'unclosed-quote', 6, 12, ''],
    ['serving: tabs in string', inString('predictor:\n\ta: b'), 'tab-indentation', 6, 7, ''],
    ['serving: key twice', inString('predictor:\n  a: {{x}}\n  a: 2'), 'duplicate-key', 7, 9, 'a'],
    [
      'serving: list is a tag',
      inString('predictor:\n  imagePullSecrets: {{x}}\n  a: 1'),
      'list-is-placeholder',
      6,
      27,
      '',
    ],
    [
      'serving: list is a tag below',
      inString('predictor:\n  imagePullSecrets:\n  {{x}}\n  a: 1'),
      'list-is-placeholder',
      6,
      9,
      '',
    ],
    [
      'serving: folded lines join',
      serving('>\n      predictor:\n        a: 1\n      b: 1\n      c: 1'),
      'folded-lines-join',
      8,
      7,
      '',
    ],
    [
      'serving: a blank line in a quoted string',
      serving('"predictor:\\n\\\n\n      \\  a: 1\\n"'),
      'quoted-string-unsupported',
      4,
      11,
      '',
    ],
    ['serving: broken quoted string', serving('"predictor:\\n  a: b: c\\n"'), 'nested-mapping', 4, 29, ''],
  ])('%s', (_name, text, code, line, column, detail) => {
    const result = addImagePullSecret(text, 'my-registry');
    expect(result.problem).toBeUndefined();
    expect(result.documents).toMatchObject([{ action: 'failed', problem: { code, line, column, detail } }]);
    expect(result.text).toBe(text);
  });

  test('does not keep the others from being changed', () => {
    const broken = inString('predictor:\n  a: "b');
    const result = addImagePullSecret(`${broken}---\nkind: Workflow\nspec:\n  a: 1\n`, 'a');
    expect(result.documents.map(({ action }) => action)).toEqual(['failed', 'inserted']);
    expect(result.text).toBe(
      `${broken}---\nkind: Workflow\nspec:\n  imagePullSecrets:\n    - name: a\n  a: 1\n`,
    );
  });
});

describe('left alone', () => {
  test.each([
    ['kind: Deployment\nspec: {}\n', 'other-kind'],
    ['apiVersion: example.com/v1\nkind: Workflow\nspec: {a: 1}\n', 'other-api-group'],
    ['apiVersion: serving.kserve.io/v1beta1\nkind: ServingTemplate\n', 'other-api-group'],
    ['spec: {a: 1}\n', 'no-kind'],
    ['- kind: Workflow\n', 'no-kind'],
    ['kind: {a: b}\n', 'no-kind'],
  ])('%j', (text, reason) => {
    const result = addImagePullSecret(text, 'a');
    expect(result.documents).toMatchObject([{ action: 'left-alone', reason }]);
    expect(result.text).toBe(text);
  });
});

describe('warnings', () => {
  test.each([
    [
      'a list outside the spec',
      'kind: Workflow\nimagePullSecrets: []\nspec:\n  a: 1\n',
      'imagePullSecrets',
      2,
    ],
    [
      'a list in a container',
      'kind: Workflow\nspec:\n  templates:\n  - container:\n      imagePullSecrets: []\n',
      'spec.templates[0].container.imagePullSecrets',
      5,
    ],
    [
      'a list beside the string',
      'kind: ServingTemplate\nspec:\n  template:\n    imagePullSecrets: []\n    spec: "predictor: {a: 1}"\n',
      'spec.template.imagePullSecrets',
      4,
    ],
    [
      'a list in the string, but not under the predictor',
      'kind: ServingTemplate\nspec:\n  template:\n    spec: |\n      imagePullSecrets: []\n      predictor: {a: 1}\n',
      'spec.template.spec.imagePullSecrets',
      5,
    ],
  ])('%s is ignored', (_name, text, path, line) => {
    expect(addImagePullSecret(text, 'a').documents[0]?.warnings).toEqual([
      { code: 'ignored-list', path, line },
    ]);
  });

  test.each([
    ['a placeholder that is left', '- name: a\n  - name: <b>', 'placeholder-left', 5],
    ['an entry that is no mapping', '- b', 'entry-without-name', 4],
    ['an entry without a name', '- {secret: b}', 'entry-without-name', 4],
  ])('%s', (_name, items, code, line) => {
    const text = `kind: Workflow\nspec:\n  imagePullSecrets:\n  ${items}\n`;
    expect(addImagePullSecret(text, 'a').documents[0]?.warnings).toEqual([{ code, line }]);
  });

  test.each([
    ['one for text to come', 'kind: Workflow\nspec:\n  a: {{x}}\n', 'unquoted-placeholder', 3],
    ['one with text behind it', 'kind: Workflow\nspec:\n  a: {{x}}/b\n', 'unquoted-placeholder', 3],
    ['one alone on its line', 'kind: Workflow\nspec:\n  {{- if x }}\n  a: 1\n', 'helm-template', 3],
    ['one of Helm', 'kind: Workflow\nspec:\n  a: {{ .Values.x }}\n', 'helm-template', 3],
    ['one of Helm, in quotes', 'kind: Workflow\nspec:\n  a: "{{ .Values.x }}"\n', 'helm-template', 3],
  ])('a placeholder that the cluster rejects, %s', (_name, text, code, line) => {
    const { documents } = addImagePullSecret(text, 'a');
    expect(documents).toMatchObject([{ action: 'inserted', warnings: [{ code, line }] }]);
  });

  test('each placeholder without quotes, in the document that has it', () => {
    const one = 'kind: Workflow\nspec:\n  a: {{x}}\n  b: {{y}}\n';
    const { documents } = addImagePullSecret(`${one}---\nkind: Workflow\nspec: {c: 1}\n---\n${one}`, 'a');
    expect(documents.map(({ warnings }) => warnings.map(({ line }) => line))).toEqual([[3, 4], [], [11, 12]]);
  });

  test.each(['"{{x}}"', '|\n    {{x}}', 'b{{x}}', "'{{x}} {{y}}'"])('none for %j', (value) => {
    const { documents } = addImagePullSecret(`kind: Workflow\nspec:\n  a: ${value}\n`, 'a');
    expect(documents[0]?.warnings).toEqual([]);
  });

  test.each([
    ['Default', true],
    ['docker.io/acme', true],
    ['https://ghcr.io', true],
    ['my_secret', true],
    ['a..b', true],
    ['-a', true],
    ['credstutorialrepo', false],
    ['a.b-c', false],
    ['"{{workflow.parameters.secret}}"', false],
  ])('the name %s, impossible for a secret: %s', (name, impossible) => {
    const text = `kind: Workflow\nspec:\n  imagePullSecrets:\n    - name: ${name}\n`;
    const warning = { code: 'impossible-name', name, line: 4 };
    for (const names of [[], ['a']])
      expect(addImagePullSecret(text, names).documents[0]?.warnings).toEqual(impossible ? [warning] : []);
  });

  test('a Kubernetes Secret', () => {
    const secret = 'apiVersion: v1\nkind: Secret\nmetadata: {name: s}\n';
    const { documents } = addImagePullSecret(`kind: Workflow\nspec: {a: 1}\n---\n${secret}`, 'a');
    expect(documents[1]).toMatchObject({
      action: 'left-alone',
      warnings: [{ code: 'secret-object', line: 4 }],
    });
  });

  test('an anchor above the place that is used elsewhere', () => {
    const text = 'kind: Workflow\nspec: &spec\n  a: 1\ncopy: *spec\n';
    expect(addImagePullSecret(text, 'a').documents[0]?.warnings).toEqual([
      { code: 'shared-anchor', line: 3 },
    ]);
  });
});
