import { encodeScalar } from '../text/yaml-scalar.ts';
import { isVariableName } from './secret-data.ts';

function plain(text: string): string {
  return encodeScalar(text, 'plain', 'double');
}

function variableOf(key: string): string {
  return isVariableName(key) ? key : `_${key.replaceAll(/\W/g, '_')}`.replace(/^_(?=[A-Za-z])/, '');
}

/**
 * YAML that gives the values to a container of a template, as one environment variable for each key.
 * https://github.com/SAP-docs/sap-artificial-intelligence/blob/main/docs/sap-ai-core/consume-generic-secrets-in-executions-or-deployments-185a324.md
 */
export function variablesSnippet(name: string, keys: readonly string[]): string {
  const variables = keys.flatMap((key) => [
    `  - name: ${variableOf(key)}`,
    '    valueFrom:',
    '      secretKeyRef:',
    `        name: ${plain(name)}`,
    `        key: ${plain(key)}`,
  ]);
  return ['env:', ...variables, ''].join('\n');
}

/** YAML that gives the values to a container as files, which follow changes of the secret while the container runs. */
export function mountSnippet(name: string): string {
  return `volumes:
  - name: ${plain(name)}
    secret:
      secretName: ${plain(name)}
containers:
  - volumeMounts:
      - name: ${plain(name)}
        mountPath: ${plain(`/etc/${name}`)}
        readOnly: true
`;
}
