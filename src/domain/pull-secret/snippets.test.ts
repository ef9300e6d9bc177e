import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { imagePullSecretsList, servingTemplateSnippet, workflowTemplateSnippet } from './snippets.ts';

const versions = ['1.1', '1.2'] as const;
const tricky = [
  '123',
  '1e3',
  'e0',
  'e-5',
  '0x1f',
  '0o7',
  '1_000',
  '1.5',
  '2024-01-01',
  'true',
  'null',
  'no',
  'on',
  'y',
  'a.b',
];

describe('workflowTemplateSnippet', () => {
  it('shows where the secret goes', () => {
    expect(workflowTemplateSnippet(['my-secret'])).toBe(`apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
spec:
  # Directly under spec, beside entrypoint and templates:
  imagePullSecrets:
    - name: my-secret
`);
  });

  it.each(versions)('names every secret as a string, read as YAML %s', (version) => {
    expect(parse(workflowTemplateSnippet(tricky), { version })).toEqual({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'WorkflowTemplate',
      spec: { imagePullSecrets: tricky.map((name) => ({ name })) },
    });
  });

  it('is still YAML without a secret', () => {
    expect(parse(workflowTemplateSnippet([]))).toHaveProperty('spec.imagePullSecrets', []);
  });
});

describe('servingTemplateSnippet', () => {
  it('shows where the secret goes', () => {
    expect(servingTemplateSnippet(['my-secret'])).toBe(`apiVersion: ai.sap.com/v1alpha1
kind: ServingTemplate
spec:
  template:
    # Inside the text after "spec: |", directly under predictor, beside containers:
    spec: |
      predictor:
        imagePullSecrets:
          - name: my-secret
`);
  });

  it.each(versions)('names every secret as a string, read as YAML %s twice', (version) => {
    const outer: { spec: { template: { spec: string } } } = parse(servingTemplateSnippet(tricky), {
      version,
    });
    expect(outer).toMatchObject({ apiVersion: 'ai.sap.com/v1alpha1', kind: 'ServingTemplate' });
    expect(parse(outer.spec.template.spec, { version })).toEqual({
      predictor: { imagePullSecrets: tricky.map((name) => ({ name })) },
    });
  });
});

describe('imagePullSecretsList', () => {
  it.each([
    { names: ['my-secret'], expected: 'imagePullSecrets:\n  - name: my-secret\n' },
    { names: ['a', '123'], expected: 'imagePullSecrets:\n  - name: a\n  - name: "123"\n' },
    { names: [], expected: 'imagePullSecrets: []\n' },
  ])('$names', ({ names, expected }) => {
    expect(imagePullSecretsList(names)).toBe(expected);
  });
});
