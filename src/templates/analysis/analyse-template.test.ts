import { describe, expect, test } from 'vitest';
import { analyseTemplate } from './analyse-template.ts';

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

const nothing = { secretNames: [], replace: [], ofTenant: undefined, known };

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

  test('a broken text is handed back with its problem and nothing else', () => {
    const analysis = analyseTemplate({ text: 'spec: [1', ...nothing, secretNames: ['chosen'] });
    expect(analysis).toMatchObject({ text: 'spec: [1', diff: [], images: [], documents: [] });
    expect(analysis.problem).toMatchObject({ code: 'unclosed-bracket', line: 1, column: 7 });
  });
});
