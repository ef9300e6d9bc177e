import { encodeScalar } from '../text/yaml-scalar.ts';

/**
 * The YAML that makes a WorkflowTemplate (argoproj.io/v1alpha1) pull with these secrets; the lines around it show where
 * `spec.imagePullSecrets` belongs.
 */
export function workflowTemplateSnippet(secretNames: readonly string[]): string {
  return [
    'apiVersion: argoproj.io/v1alpha1',
    'kind: WorkflowTemplate',
    'spec:',
    '  # Directly under spec, beside entrypoint and templates:',
    ...imagePullSecrets(secretNames, '  '),
    '',
  ].join('\n');
}

/**
 * The YAML that makes a ServingTemplate (ai.sap.com/v1alpha1) pull with these secrets. Its list is under `predictor` in
 * the block string `spec.template.spec`, so the comment is placed before that string.
 */
export function servingTemplateSnippet(secretNames: readonly string[]): string {
  return [
    'apiVersion: ai.sap.com/v1alpha1',
    'kind: ServingTemplate',
    'spec:',
    '  template:',
    '    # Inside the text after "spec: |", directly under predictor, beside containers:',
    '    spec: |',
    '      predictor:',
    ...imagePullSecrets(secretNames, '        '),
    '',
  ].join('\n');
}

/** Only the list, for users who know where it belongs; its items are indented by two spaces. */
export function imagePullSecretsList(secretNames: readonly string[]): string {
  return [...imagePullSecrets(secretNames, ''), ''].join('\n');
}

function imagePullSecrets(secretNames: readonly string[], indent: string): string[] {
  if (secretNames.length === 0) return [`${indent}imagePullSecrets: []`];
  return [
    `${indent}imagePullSecrets:`,
    ...secretNames.map((name) => `${indent}  - name: ${encodeScalar(name, 'plain', 'double')}`),
  ];
}
