import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { applyEdits } from '../patch/apply-edits.ts';
import { starterServingTemplate, starterWorkflowTemplate } from '../starters.ts';
import { parseValues } from '../testing/oracle.ts';
import { both, codesIn, fixed, hintsIn, workflow } from './testing/rule-templates.ts';

test('templates that follow SAP’s rules give no hint', () => {
  expect(codesIn(both)).toEqual([]);
});

test('documents that are not executables give none, and neither does an unreadable text', () => {
  expect(codesIn('kind: Workflow\nmetadata: {generateName: x_}\nspec: {templates: []}\n')).toEqual([]);
  expect(codesIn('kind: ConfigMap\nmetadata:\n  name: A_b\n')).toEqual([]);
  expect(codesIn('kind: [\n')).toEqual([]);
  expect(codesIn('')).toEqual([]);
});

test('the starters break no rule', () => {
  const options = { secretName: 'docker-hub', image: 'ghcr.io/acme/app:1.0' };
  expect(codesIn(starterWorkflowTemplate(options))).toEqual(['no-digest 1']);
  expect(codesIn(starterServingTemplate(options))).toEqual(['scenario-alone my-scenario', 'no-digest 1']);
});

test('offsets count the byte order mark, and CRLF stays', () => {
  const crlf = `\uFEFF${workflow}`.replace('    ai.sap.com/version: "1.0.0"\n', '').replaceAll('\n', '\r\n');
  const after = fixed(crlf, 'label-missing');
  expect(after).toContain('\r\n    ai.sap.com/version: "1.0.0"\r\n');
  expect(after.startsWith('\uFEFF')).toBe(true);
});

test('of a long text only some hints are reported', () => {
  const many = Array.from({ length: 300 }, (_, index) => workflow.replace('house', `H_${index}`)).join(
    '---\n',
  );
  expect(hintsIn(many).filter(({ code }) => code === 'name-form')).toHaveLength(50);
});

test('a template in JSON is JSON after each fix', () => {
  const containers = [
    { name: 'a', image: 'acme/train', args: ['x'] },
    { name: 'b', image: 'redis' },
  ];
  const trains = { name: 'train', containerSet: { containers }, securityContext: { runAsUser: '0' } };
  const text = JSON.stringify({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'WorkflowTemplate',
    metadata: { name: 'House_Price' },
    spec: { templates: [trains] },
  });
  const fixes = hintsIn(text).flatMap(({ code, fix }) => (fix === undefined ? [] : [{ code, fix }]));
  expect(new Set(fixes.map(({ code }) => code))).toEqual(
    new Set([
      'name-form',
      'label-missing',
      'annotation-missing',
      'plan-missing',
      'command-missing',
      'main-missing',
      'other-user',
      'docker-host',
    ]),
  );
  for (const { fix } of fixes) {
    const after = applyEdits(text, fix).text;
    expect(JSON.parse(after)).toEqual(parseValues(after)[0]);
  }
});

test.each(['ON', '2026_', "'On'"])('the name %s becomes another text, and nothing else', (name) => {
  const after = fixed(workflow.replace('house-price-train', name), 'name-form');
  expect(parse(after, { version: '1.1' }).metadata.name).toBeTypeOf('string');
});
