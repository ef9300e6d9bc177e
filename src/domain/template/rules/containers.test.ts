import { describe, expect, test } from 'vitest';
import { parseValues } from '../testing/oracle.ts';
import { both, codesIn, digest, fixed, only, workflow } from './testing/rule-templates.ts';

describe('containers', () => {
  const command = '        command: ["/bin/sh", "-c"]\n';
  const args = '        args:\n          - python /app/train.py\n';

  test('need a command, since the image’s own is ignored', () => {
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

  test('in a set need one called main', () => {
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

test('an artifact without an archive may not suit every object store', () => {
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

  test('with a placeholder get the known username', () => {
    const text = workflow.replace(image, `docker.io/<YOUR_DOCKER_USERNAME>/train@${digest}`);
    expect(only(text, 'image-unfilled')).toMatchObject({ detail: '<YOUR_DOCKER_USERNAME>', fix: undefined });
    expect(fixed(text, 'image-unfilled', 'acme')).toBe(workflow);
  });
});
