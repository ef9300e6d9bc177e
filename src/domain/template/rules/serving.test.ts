import { describe, expect, test } from 'vitest';
import { both, codesIn, fixed, only, serving, workflow } from './testing/rule-templates.ts';

describe('the resource plan', () => {
  const planLines = `      metadata:
        labels:
          ai.sap.com/resourcePlan: starter
`;

  test('is reported as missing in the template that starts a pod, and inserted', () => {
    const text = workflow.replace(planLines, '');
    expect(only(text, 'plan-missing')).toMatchObject({ line: 16 });
    expect(fixed(text, 'plan-missing')).toBe(workflow.replace('starter', '"starter"'));
  });

  test('a template of steps needs none, and one for all pods is enough', () => {
    const steps = workflow.replace(
      '  templates:\n',
      '  templates:\n    - name: all\n      steps:\n        - - name: one\n            template: train\n',
    );
    expect(codesIn(`${steps}---\n${serving}`)).toEqual([]);
    const podMetadata = '  podMetadata:\n    labels:\n      ai.sap.com/resourcePlan: starter\n';
    expect(
      codesIn(workflow.replace(planLines, '').replace('  templates:\n', `${podMetadata}  templates:\n`)),
    ).toEqual([]);
  });

  test('a ServingTemplate has it in a string or in a mapping', () => {
    const asMapping = both.replace('labels: |\n', 'labels:\n');
    expect(codesIn(asMapping)).toEqual([]);
    const other = both.replace(
      '        ai.sap.com/resourcePlan: starter\n    spec',
      '        team: a\n    spec',
    );
    expect(fixed(other, 'plan-missing')).toContain(
      'labels: |\n        ai.sap.com/resourcePlan: starter\n        team: a\n',
    );
    const without = both.replace(
      '    metadata:\n      labels: |\n        ai.sap.com/resourcePlan: starter\n',
      '',
    );
    expect(fixed(without, 'plan-missing')).toContain(
      '    metadata:\n      labels: "ai.sap.com/resourcePlan: starter"\n',
    );
  });
});

describe('a ServingTemplate', () => {
  test('needs a parameter, and gets one that changes nothing', () => {
    const text = both
      .replace(/ {2}inputs:\n {4}parameters:\n.*\n.*\n/, '')
      .replace('{{inputs.parameters.replicas}}', '2');
    const after = fixed(text, 'parameter-missing');
    expect(after).toContain(
      '  inputs:\n    parameters:\n      - name: minReplicas\n        type: string\n        default: "2"\n',
    );
    expect(after).toContain('minReplicas: {{inputs.parameters.minReplicas}}\n');
  });

  test('gets the parameter that it already refers to', () => {
    const text = both
      .replace(/ {2}inputs:\n {4}parameters:\n.*\n.*\n/, '')
      .replace('inputs.parameters.replicas', 'inputs.parameters.minReplicas');
    expect(fixed(text, 'parameter-missing')).toContain('- name: minReplicas\n');
  });

  test('also gets the number of replicas if it has none', () => {
    const text = both
      .replace(/ {2}inputs:\n {4}parameters:\n.*\n.*\n/, '')
      .replace('        minReplicas: {{inputs.parameters.replicas}}\n', '');
    const after = fixed(text, 'parameter-missing');
    expect(after).toContain('default: "1"');
    expect(after).toContain('minReplicas: {{inputs.parameters.minReplicas}}\n');
  });

  test('without a WorkflowTemplate of its scenario gets a hint that a new scenario needs one', () => {
    expect(only(serving, 'scenario-alone')).toMatchObject({ detail: 'house-prices', line: 9 });
    expect(codesIn(both.replace('id: house-prices', 'id: other'))).toEqual(['scenario-alone house-prices']);
  });
});
