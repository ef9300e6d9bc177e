import { describe, expect, test } from 'vitest';
import { starterServingTemplate, starterWorkflowTemplate } from '../starters.ts';
import { applyEdits } from '../patch/apply-edits.ts';
import { readTemplate } from '../read/read-template.ts';
import { parseValues } from '../testing/oracle.ts';
import { checkRules, type TemplateHint } from './check-rules.ts';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

const workflow = `apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata:
  name: house-price-train
  annotations:
    scenarios.ai.sap.com/name: "House prices"
    executables.ai.sap.com/name: "Train"
  labels:
    scenarios.ai.sap.com/id: house-prices
    ai.sap.com/version: "1.0.0"
spec:
  imagePullSecrets:
    - name: docker-hub
  entrypoint: train
  templates:
    - name: train
      metadata:
        labels:
          ai.sap.com/resourcePlan: starter
      outputs:
        artifacts:
          - name: model
            path: /app/model
            globalName: model
      container:
        image: docker.io/acme/train@${digest}
        command: ["/bin/sh", "-c"]
        args:
          - python /app/train.py
`;

const serving = `apiVersion: ai.sap.com/v1alpha1
kind: ServingTemplate
metadata:
  name: house-price-serve
  annotations:
    scenarios.ai.sap.com/name: "House prices"
    executables.ai.sap.com/name: "Serve"
  labels:
    scenarios.ai.sap.com/id: house-prices
    ai.sap.com/version: "1.0.0"
spec:
  inputs:
    parameters:
      - name: replicas
        default: "1"
  template:
    apiVersion: serving.kserve.io/v1beta1
    metadata:
      labels: |
        ai.sap.com/resourcePlan: starter
    spec: |
      predictor:
        minReplicas: {{inputs.parameters.replicas}}
        containers:
          - name: kserve-container
            image: docker.io/acme/serve@${digest}
`;

const both = `${workflow}---\n${serving}`;

function hintsIn(text: string, dockerUser?: string): TemplateHint[] {
  return checkRules(readTemplate(text), { dockerUser });
}

function codesIn(text: string): string[] {
  return hintsIn(text).map(({ code, detail }) => (detail === '' ? code : `${code} ${detail}`));
}

function only(text: string, code: TemplateHint['code'], dockerUser?: string): TemplateHint {
  const found = hintsIn(text, dockerUser).filter((hint) => hint.code === code);
  expect(found).toHaveLength(1);
  if (found[0] === undefined) throw new Error(`No ${code}.`);
  return found[0];
}

/** The text with the fix of its one hint of this kind, which is gone with it. */
function fixed(text: string, code: TemplateHint['code'], dockerUser?: string): string {
  const { fix } = only(text, code, dockerUser);
  expect(fix).toBeDefined();
  const after = applyEdits(text, fix ?? []).text;
  expect(hintsIn(after).map((hint) => hint.code)).not.toContain(code);
  return after;
}

test('templates that are as SAP wants them give no hint', () => {
  expect(codesIn(both)).toEqual([]);
});

test('what is no executable gives none, and neither does a text that cannot be read', () => {
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

describe('names', () => {
  test.each([
    ['House_Price.train', 'house-price-train'],
    ['"two words"', 'two-words'],
    ['-train-', 'train'],
  ])('%s becomes %s', (written, better) => {
    const text = workflow.replace('house-price-train', written);
    expect(only(text, 'name-form')).toMatchObject({ line: 4, column: 9 });
    expect(fixed(text, 'name-form')).toBe(workflow.replace('house-price-train', better));
  });

  test('a placeholder may become any name', () => {
    expect(codesIn(workflow.replace('house-price-train', "'{{name}}'"))).toEqual([]);
  });

  test('the second of two templates with one name is told', () => {
    const text = `${workflow}---\n${serving.replace('house-price-serve', 'house-price-train')}`;
    const { line, documentIndex, fix } = only(text, 'duplicate-id');
    expect([line, documentIndex, fix]).toEqual([34, 1, undefined]);
  });
});

describe('labels and annotations', () => {
  test.each([
    ['    scenarios.ai.sap.com/id: house-prices\n', 'label-missing', 'house-price-train'],
    ['    ai.sap.com/version: "1.0.0"\n', 'label-missing', '1.0.0'],
    ['    scenarios.ai.sap.com/name: "House prices"\n', 'annotation-missing', 'house-prices'],
    ['    executables.ai.sap.com/name: "Train"\n', 'annotation-missing', 'house-price-train'],
  ] as const)('%s is missed, and put in', (line, code, value) => {
    const text = workflow.replace(line, '');
    const key = line.trim().split(': ')[0] ?? '';
    expect(only(text, code).detail).toBe(key);
    expect(fixed(text, code)).toContain(`    ${key}: "${value}"\n`);
  });

  test('without any labels they are put in before what follows the name', () => {
    const text = workflow.replace(/ {2}labels:\n.*\n.*\n/, '');
    const after = applyEdits(
      text,
      hintsIn(text).find(({ code }) => code === 'label-missing')?.fix ?? [],
    ).text;
    expect(after).toContain(
      '  name: house-price-train\n  labels:\n    scenarios.ai.sap.com/id: "house-price-train"\n  annotations:\n',
    );
  });

  test('a key that was left empty is filled', () => {
    const text = workflow.replace(/ {2}labels:\n.*\n.*\n/, '  labels:\n');
    const after = applyEdits(
      text,
      hintsIn(text).find(({ code }) => code === 'label-missing')?.fix ?? [],
    ).text;
    expect(after).toContain('  labels:\n    scenarios.ai.sap.com/id: "house-price-train"\nspec:\n');
  });

  test('JSON stays JSON', () => {
    const text = JSON.stringify({
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'WorkflowTemplate',
      metadata: { name: 'train' },
      spec: { templates: [{ name: 'train', container: { image: 'ghcr.io/a/b:1', args: ['true'] } }] },
    });
    const fixable = hintsIn(text).filter(({ fix }) => fix !== undefined);
    expect(fixable.map(({ code }) => code)).toContain('plan-missing');
    for (const { fix } of fixable) {
      const after = applyEdits(text, fix ?? []).text;
      expect(JSON.parse(after)).toEqual(parseValues(after)[0]);
    }
  });
});

describe('the resource plan', () => {
  const planLines = `      metadata:
        labels:
          ai.sap.com/resourcePlan: starter
`;

  test('is missed in the template that starts a pod, and put in', () => {
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
    expect(fixed(without, 'plan-missing')).toContain('ai.sap.com/resourcePlan: "starter"\n');
  });
});

describe('a ServingTemplate', () => {
  test('has a parameter, and gets one that changes nothing', () => {
    const text = both
      .replace(/ {2}inputs:\n {4}parameters:\n.*\n.*\n/, '')
      .replace('{{inputs.parameters.replicas}}', '2');
    const after = fixed(text, 'parameter-missing');
    expect(after).toContain(
      '  inputs:\n    parameters:\n      - name: minReplicas\n        type: string\n        default: "2"\n',
    );
    expect(after).toContain('minReplicas: {{inputs.parameters.minReplicas}}\n');
  });

  test('gets the parameter that it refers to already', () => {
    const text = both
      .replace(/ {2}inputs:\n {4}parameters:\n.*\n.*\n/, '')
      .replace('inputs.parameters.replicas', 'inputs.parameters.minReplicas');
    expect(fixed(text, 'parameter-missing')).toContain('- name: minReplicas\n');
  });

  test('gets the number of replicas too where it says none', () => {
    const text = both
      .replace(/ {2}inputs:\n {4}parameters:\n.*\n.*\n/, '')
      .replace('        minReplicas: {{inputs.parameters.replicas}}\n', '');
    const after = fixed(text, 'parameter-missing');
    expect(after).toContain('default: "1"');
    expect(after).toContain('minReplicas: {{inputs.parameters.minReplicas}}\n');
  });

  test('without a WorkflowTemplate of its scenario is told that a new one needs it', () => {
    expect(only(serving, 'scenario-alone')).toMatchObject({ detail: 'house-prices', line: 9 });
    expect(codesIn(both.replace('id: house-prices', 'id: other'))).toEqual(['scenario-alone house-prices']);
  });
});

describe('containers', () => {
  const command = '        command: ["/bin/sh", "-c"]\n';
  const args = '        args:\n          - python /app/train.py\n';

  test('have a command, since the image’s own is ignored', () => {
    const text = workflow.replace(command, '');
    expect(only(text, 'command-missing').line).toBe(26);
    expect(parseValues(fixed(text, 'command-missing'))).toEqual(parseValues(workflow));
    expect(only(text.replace(args, ''), 'command-missing').fix).toBeUndefined();
  });

  test('may get it from the defaults', () => {
    const defaults = '  templateDefaults:\n    container:\n      command: ["/bin/sh", "-c"]\n';
    expect(codesIn(workflow.replace(command, '').replace('  templates:', `${defaults}  templates:`))).toEqual(
      [],
    );
  });

  test('are advised to start the shell, and give it something to do', () => {
    expect(codesIn(workflow.replace('["/bin/sh", "-c"]', '[python, train.py]'))).toEqual([
      'command-other python train.py',
    ]);
    expect(codesIn(workflow.replace(args, ''))).toEqual(['args-missing']);
    expect(codesIn(workflow.replace('- python /app/train.py', '- ""'))).toEqual(['args-missing']);
  });

  const set = workflow.replace(
    / {6}container:\n[\s\S]*/,
    `      containerSet:
        containers:
          - name: load
            image: ghcr.io/acme/load@${digest}
            command: ["/bin/sh", "-c"]
            args: [load]
          - name: train
            image: ghcr.io/acme/train@${digest}
            command: ["/bin/sh", "-c"]
            args: [train]
`,
  );

  test('of a set are one of them main', () => {
    expect(fixed(set, 'main-missing')).toBe(
      set.replace('          - name: train\n', '          - name: main\n'),
    );
    expect(codesIn(set.replace('- name: load', '- name: main'))).toEqual([]);
    const depended = set.replace('args: [load]', 'args: [load]\n            dependencies: [train]');
    expect(only(depended, 'main-missing').fix).toBeUndefined();
  });

  test('run as the user that AI Core allows, inside a string too', () => {
    const root = workflow.replace('  entrypoint', '  securityContext:\n    runAsUser: 0\n  entrypoint');
    expect(only(root, 'other-user').detail).toBe('runAsUser: 0');
    expect(fixed(root, 'other-user')).toContain('runAsUser: 65534\n');
    const inner = both.replace(
      '          - name: kserve-container\n',
      '          - name: kserve-container\n            securityContext: {runAsUser: 65534, runAsGroup: 1000}\n',
    );
    expect(fixed(inner, 'other-user')).toContain('{runAsUser: 65534, runAsGroup: 65534}');
  });
});

test('an artifact that is stored as it is may not suit every object store', () => {
  const text = workflow.replace(
    '            globalName: model\n',
    '            globalName: model\n            archive:\n              none: {}\n',
  );
  expect(fixed(text, 'archive-none')).toBe(workflow);
  expect(codesIn(text.replace('none: {}', 'tar: {}'))).toEqual([]);
});

describe('images', () => {
  const image = `docker.io/acme/train@${digest}`;

  test.each([
    [`acme/train@${digest}`, image],
    [`"acme/train@${digest}"`, `"${image}"`],
    [`python@${digest}`, `docker.io/library/python@${digest}`],
  ])('%s gets its host', (written, better) => {
    expect(fixed(workflow.replace(image, written), 'docker-host')).toBe(workflow.replace(image, better));
  });

  test('without a digest are counted once for each template', () => {
    expect(codesIn(workflow.replace(`@${digest}`, ':1.0'))).toEqual(['no-digest 1']);
    expect(codesIn(workflow.replace(image, "'{{inputs.parameters.image}}'"))).toEqual([]);
  });

  test('with a piece to fill in get the username that is known', () => {
    const text = workflow.replace(image, `docker.io/<YOUR_DOCKER_USERNAME>/train@${digest}`);
    expect(only(text, 'image-unfilled')).toMatchObject({ detail: '<YOUR_DOCKER_USERNAME>', fix: undefined });
    expect(fixed(text, 'image-unfilled', 'acme')).toBe(workflow);
  });
});

test('offsets count the byte order mark, and CRLF stays', () => {
  const crlf = `\uFEFF${workflow}`.replace('    ai.sap.com/version: "1.0.0"\n', '').replaceAll('\n', '\r\n');
  const after = fixed(crlf, 'label-missing');
  expect(after).toContain('\r\n    ai.sap.com/version: "1.0.0"\r\n');
  expect(after.startsWith('\uFEFF')).toBe(true);
});

test('of a long text only some are told', () => {
  const many = Array.from({ length: 300 }, (_, index) => workflow.replace('house', `H_${index}`)).join(
    '---\n',
  );
  expect(hintsIn(many).filter(({ code }) => code === 'name-form')).toHaveLength(50);
});
