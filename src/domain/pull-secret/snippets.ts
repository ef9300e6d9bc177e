import { encodeScalar } from '../text/yaml-scalar.ts';

/**
 * The YAML that makes a WorkflowTemplate (argoproj.io/v1alpha1) pull with these secrets: its surroundings
 * show where `spec.imagePullSecrets` goes.
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
 * The YAML that makes a ServingTemplate (ai.sap.com/v1alpha1) pull with these secrets. There the list stands
 * under `predictor` in the block string `spec.template.spec`, so the comment stands before that string.
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

/** The list alone, for somebody who knows where it goes; each further line is indented by two spaces. */
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
