import { describe, expect, test } from 'vitest';
import { type AnalysedDocument, analyseTemplate } from './analyse-template.ts';

const workflow = `kind: WorkflowTemplate
metadata:
  name: train
spec:
  imagePullSecrets:
    - name: present
  templates:
    - container:
        image: ghcr.io/a/b
`;
const serving = `kind: ServingTemplate
spec:
  template:
    spec: |
      predictor:
        containers:
        - image: ghcr.io/a/b
`;
const known = new Map([
  ['present', [{ host: 'ghcr.io', username: 'octo' }]],
  ['chosen', [{ host: 'quay.io', username: 'jo' }]],
]);

const nothing = { edition: 1, secretNames: [], replace: [], ofTenant: undefined, known };

const strange = ({ warnings }: AnalysedDocument) =>
  warnings.map((warning) => `${warning.line} ${warning.code} ${'name' in warning ? warning.name : ''}`);

describe('analyseTemplate', () => {
  test('an image is compared with the secrets of its own document, those there and those chosen', () => {
    const text = `${workflow}---\n${serving}`;
    const { images, documents, diff } = analyseTemplate({ text, ...nothing, secretNames: ['chosen'] });
    expect(images.map(({ explanation, documentIndex }) => [documentIndex, explanation.kind])).toEqual([
      [0, 'covered'],
      [1, 'not-covered'],
    ]);
    expect(images[0]?.holders).toEqual([{ key: 'ghcr.io', secret: 'present', username: 'octo' }]);
    expect(documents.map(({ done }) => done.action)).toEqual(['added', 'inserted']);
    expect(diff.filter(({ kind }) => kind === 'added')).toHaveLength(3);
  });

  test('the secrets that count are named once, those in the template first', () => {
    const text = `${workflow}---\n${workflow}`;
    const { pullSecrets } = analyseTemplate({ text, ...nothing, secretNames: ['chosen', 'other'] });
    expect(pullSecrets).toEqual(['present', 'chosen', 'other']);
  });

  test('a placeholder in the list is no secret', () => {
    const text = workflow.replace('present', '"{{workflow.parameters.secret}}"');
    expect(analyseTemplate({ text, ...nothing }).pullSecrets).toEqual([]);
  });

  test('names that the tenant does not have are told, in the template and not among those chosen', () => {
    const text = `${workflow}---\n${serving.replace('predictor:\n', 'predictor:\n        imagePullSecrets: [{name: Default}, {name: gone}]\n')}`;
    const request = { text, ...nothing, secretNames: ['chosen'], ofTenant: ['present'] };
    expect(analyseTemplate(request).documents.map(strange)).toEqual([
      [],
      ['16 impossible-name Default', '16 not-in-tenant gone'],
    ]);
    const unknownTenant = analyseTemplate({ ...request, ofTenant: undefined });
    expect(unknownTenant.documents.map(strange)).toEqual([[], ['16 impossible-name Default']]);
    const replaced = analyseTemplate({ ...request, replace: ['Default', 'gone'] });
    expect(replaced.documents.map(strange)).toEqual([[], ['16 placeholder-left ']]);
    expect(replaced.text).toContain('[{name: chosen}, {name: gone}]');
    expect(replaced.pullSecrets).toEqual(['present', 'chosen']);
  });

  test('an image with parameters is explained by their defaults', () => {
    const text = workflow
      .replace('ghcr.io/a/b', '"{{workflow.parameters.image}}"')
      .replace('spec:\n', 'spec:\n  arguments: {parameters: [{name: image, value: ghcr.io/a/b}]}\n');
    const [image] = analyseTemplate({ text, ...nothing }).images;
    expect(image).toMatchObject({ filledIn: 'ghcr.io/a/b', explanation: { kind: 'covered' } });
  });

  test('a container without a command is compared with Argo’s reader', () => {
    const text = workflow.replace('ghcr.io/a/b', 'redis');
    const plain = new Map([['present', [{ host: 'docker.io' }]]]);
    const differences = (template: string) =>
      analyseTemplate({ text: template, ...nothing, known: plain }).images[0]?.differences;
    expect(differences(text)).toMatchObject([{ code: 'docker-io-key' }]);
    expect(differences(`${text}        command: [sh]\n`)).toEqual([]);
  });

  test('a broken text is handed back with its problem and nothing else', () => {
    const analysis = analyseTemplate({ text: 'spec: [1', ...nothing, secretNames: ['chosen'] });
    expect(analysis).toMatchObject({ text: 'spec: [1', diff: [], images: [], documents: [] });
    expect(analysis.problem).toMatchObject({ code: 'unclosed-bracket', line: 1, column: 7 });
  });
});
