import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { listPullSecrets } from './patch/patch-template.ts';
import { readTemplate } from './read/read-template.ts';
import { addImagePullSecret } from './testing/add-image-pull-secret.ts';
import { largeServingTemplate, largeWorkflowTemplate } from './testing/large-template.ts';
import { valuesOf, valuesWithSecrets } from './testing/oracle.ts';

const folder = new URL('fixtures/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

interface Golden {
  name: string;
  secrets?: string[];
  /** The `action` of each document, followed by the reason or the warnings and their lines. */
  done: string[];
}

const inserted = ['inserted'];
const goldens: Golden[] = [
  { name: '01-workflow-template', done: inserted },
  { name: '02-cluster-workflow-template-flat-sequences', done: inserted },
  { name: '03-workflow-blank-lines', done: inserted },
  { name: '04-cron-workflow', done: inserted },
  { name: '05-placeholder', done: ['replaced-placeholder'] },
  {
    name: '06-placeholder-quoted-and-more',
    secrets: ['my-registry', 'second-registry'],
    done: ['replaced-placeholder'],
  },
  { name: '07-already-there', done: ['already-there'] },
  { name: '08-block-list-with-comments', done: ['added'] },
  { name: '09-flat-list', done: ['added'] },
  { name: '10-wide-dashes', done: ['added'] },
  { name: '11-empty-flow-list', done: ['added'] },
  { name: '12-null-list', done: inserted },
  { name: '13-tilde-list', done: inserted },
  { name: '14-flow-list', done: ['added'] },
  { name: '15-flow-list-many-lines', done: ['added'] },
  { name: '16-flow-list-trailing-comma', done: ['added'] },
  { name: '17-flow-everything', done: inserted },
  { name: '18-json', done: inserted },
  { name: '19-json-with-list', done: ['added'] },
  { name: '20-json-minified-serving', done: inserted },
  { name: '21-crlf', done: inserted },
  { name: '22-crlf-serving-list-last-line', done: ['added'] },
  { name: '23-byte-order-mark', done: inserted },
  { name: '24-serving-template', done: inserted },
  { name: '25-serving-placeholder', done: ['replaced-placeholder'] },
  { name: '26-serving-own-line-placeholders', done: inserted },
  { name: '27-serving-strip-old-list', done: ['inserted ignored-list-at-spec@6'] },
  { name: '28-serving-keep-blank-end', done: ['added'] },
  { name: '29-serving-folded', done: inserted },
  { name: '30-serving-indentation-indicator', done: inserted },
  { name: '31-serving-plain-mapping', done: inserted },
  { name: '32-serving-quoted-string', done: inserted },
  { name: '33-serving-single-quoted-json', done: inserted },
  { name: '34-tabs-in-strings', done: inserted },
  { name: '35-anchors-and-merge-keys', done: ['inserted list-expanded@10'] },
  { name: '36-aliased-list', done: ['added list-expanded@6'] },
  { name: '37-shared-anchor', done: ['added shared-anchor@4'] },
  {
    name: '38-several-documents',
    done: [
      'left-alone other-kind yaml-version@1',
      'inserted',
      'inserted',
      'left-alone other-kind',
      'left-alone no-kind',
    ],
  },
  { name: '39-number-like-names', secrets: ['123', 'true', '1e3'], done: ['added name-quoted@7'] },
  {
    name: '40-name-left-empty',
    secrets: ['my-registry', 'second-registry', 'third-registry'],
    done: ['replaced-placeholder'],
  },
  { name: '41-quoted-keys', done: ['added'] },
  { name: '42-dash-on-own-line', done: ['added'] },
  { name: '43-unusual-but-valid', done: inserted },
  { name: '44-serving-flow-predictor', done: inserted },
  { name: '45-comment-on-every-line', done: inserted },
  {
    name: '46-string-in-list',
    secrets: ['my-registry', 'third'],
    done: ['replaced-placeholder entry-without-name@4'],
  },
];

function told(result: ReturnType<typeof addImagePullSecret>): string[] {
  return result.documents.map((document) => {
    const reason = document.action === 'left-alone' ? [document.reason] : [];
    const warnings = document.warnings.map(({ code, line }) => `${code}@${line}`);
    return [document.action, ...reason, ...warnings].join(' ');
  });
}

function withoutLines(text: string, lines: readonly number[]): string {
  return text
    .split('\n')
    .filter((_line, index) => !lines.includes(index + 1))
    .join('\n');
}

function named(text: string): string[] {
  return listPullSecrets(readTemplate(text)).map(
    ({ documentIndex, line, name }) => `${documentIndex}:${line} ${name}`,
  );
}

describe('golden templates', () => {
  test('every fixture is in the table', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.expected.yaml'));
    expect(names.toSorted()).toEqual(goldens.map(({ name }) => `${name}.expected.yaml`));
  });

  test.each(goldens)('$name', ({ name, secrets = ['my-registry'], done }) => {
    const before = read(`${name}.yaml`);
    const result = addImagePullSecret(before, secrets);
    expect(result.text).toBe(read(`${name}.expected.yaml`));
    expect(result.problem).toBeUndefined();
    expect(told(result)).toEqual(done);
  });

  // The anchor of 37 is used in two places: both get the secret, as its warning says.
  test.each(goldens.filter(({ name }) => !name.startsWith('37')))(
    '$name: the values are the old ones plus the secrets',
    ({ name, secrets = ['my-registry'] }) => {
      const before = read(`${name}.yaml`);
      expect(valuesOf(read(`${name}.expected.yaml`))).toEqual(valuesWithSecrets(before, secrets));
    },
  );

  test.each(goldens)('$name: a second time changes nothing', ({ name, secrets = ['my-registry'] }) => {
    const once = read(`${name}.expected.yaml`);
    const twice = addImagePullSecret(once, secrets);
    expect(twice.text).toBe(once);
    expect(twice.documents.map(({ action }) => action)).not.toContain('added');
  });

  test.each(goldens)(
    '$name: without the added lines it is the old text',
    ({ name, secrets = ['my-registry'] }) => {
      const before = read(`${name}.yaml`);
      const { text, documents } = addImagePullSecret(before, secrets);
      const added = documents.flatMap(({ addedLines }) => addedLines);
      const changed = documents.flatMap(({ changedLines }) => changedLines);
      const oldLines = before.split('\n');
      const rest = withoutLines(text, added).split('\n');
      expect(rest).toHaveLength(oldLines.length);
      const differing = rest.flatMap((line, index) => (line === oldLines[index] ? [] : [index]));
      // The last line gets a line break when a line is added after it.
      const atEnd = rest.at(-1) === `${oldLines.at(-1)}\r` ? 1 : 0;
      expect(differing).toHaveLength(changed.length + atEnd);
    },
  );
});

describe('large templates', () => {
  test.each([
    [
      'WorkflowTemplate',
      largeWorkflowTemplate(1_000_000),
      'spec:\n',
      '  imagePullSecrets:\n    - name: my-registry\n',
    ],
    [
      'ServingTemplate',
      largeServingTemplate(1_000_000),
      'predictor:\n',
      '        imagePullSecrets:\n        - name: my-registry\n',
    ],
  ])('1 MB %s', (_kind, text, before, lines) => {
    const result = addImagePullSecret(text, 'my-registry');
    const at = text.indexOf(before) + before.length;
    expect(result.text === text.slice(0, at) + lines + text.slice(at)).toBe(true);
    expect(addImagePullSecret(result.text, 'my-registry').text === result.text).toBe(true);
  });
});

describe('names', () => {
  const template = 'kind: Workflow\nspec:\n  entrypoint: main\n';

  test.each([
    ['plain', 'plain'],
    ['0abc', '0abc'],
    ['123', '"123"'],
    ['1e3', '"1e3"'],
    ['0x1f', '"0x1f"'],
    ['1_000', '"1_000"'],
    ['1.5', '"1.5"'],
    ['true', '"true"'],
    ['no', '"no"'],
    ['null', '"null"'],
    ['2026-11-21', '"2026-11-21"'],
    ['with space', '"with space"'],
    ['a: b', '"a: b"'],
    ['', '""'],
  ])('%s is written as %s', (name, written) => {
    expect(addImagePullSecret(template, name).text).toContain(`- name: ${written}\n`);
  });

  test('the same name twice is one secret', () => {
    const { text } = addImagePullSecret(template, ['a', 'b', 'a']);
    expect(named(text)).toEqual(['0:4 a', '0:5 b']);
  });

  test('no name at all changes nothing', () => {
    expect(addImagePullSecret(template, []).text).toBe(template);
  });
});

describe('listPullSecrets', () => {
  test('names them for each document, with their lines', () => {
    expect(named(read('38-several-documents.expected.yaml'))).toEqual([
      '1:17 my-registry',
      '2:32 my-registry',
    ]);
  });

  test('sees a list from a merge key', () => {
    expect(named(read('35-anchors-and-merge-keys.yaml'))).toEqual(['0:7 common-registry']);
  });

  test('is empty for a broken text', () => {
    expect(named('kind: "Workflow\n')).toEqual([]);
  });
});
