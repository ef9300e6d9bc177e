import { isNotText } from '../text/yaml-scalar.ts';

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

/** Writes text as a YAML scalar that every YAML 1.1 and 1.2 reader takes for a string: quoted where needed. */
export function yamlString(text: string): string {
  const plain = /^[a-z]([a-z0-9._-]*[a-z0-9])?$/.test(text) && !isNotText(text);
  // A JSON string is a YAML double-quoted scalar, but YAML's own line breaks must be escaped as well.
  return plain
    ? text
    : JSON.stringify(text).replaceAll(/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g, escapeUnit);
}

function imagePullSecrets(secretNames: readonly string[], indent: string): string[] {
  if (secretNames.length === 0) return [`${indent}imagePullSecrets: []`];
  return [
    `${indent}imagePullSecrets:`,
    ...secretNames.map((name) => `${indent}  - name: ${yamlString(name)}`),
  ];
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
