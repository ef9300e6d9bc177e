import { describe, expect, test } from 'vitest';
import { aboveLinear, growthOf } from '../text/testing/growth.ts';
import { listTemplateImages } from './images/images.ts';
import { listPullSecrets, patchTemplate } from './patch/patch-template.ts';
import { readTemplate } from './read/read-template.ts';

function repeated(size: number, part: (index: number) => string): string {
  const parts: string[] = [];
  for (let length = 0, index = 0; length < size; index += 1) {
    const next = part(index);
    parts.push(next);
    length += next.length;
  }
  return parts.join('');
}

const workflow = 'kind: Workflow\nspec:\n';
const serving = 'kind: ServingTemplate\nspec:\n  template:\n    spec: ';
const predictor = `${serving}|\n      predictor:\n`;

/** Texts that would take long to read if any step looked back at everything read before. */
const hostile: Record<string, (size: number) => string> = {
  keys: (size) => repeated(size, (index) => `k${index}: v\n`),
  'keys in one line': (size) => `{${repeated(size, (index) => `"k${index}": 1,`)}}`,
  'empty values': (size) => repeated(size, (index) => `k${index}:\n`),
  'blank lines before a value': (size) => `a:${'\n'.repeat(size)}b: c\n`,
  'blanks in a block string': (size) => `a: |\n  ${' '.repeat(size)}x\n`,
  'blank lines in a block string': (size) => `${predictor}${repeated(size, () => '   \n')}        a: b\n`,
  'a quoted string over lines': (size) =>
    `${serving}"predictor: {a: 1}\\n${repeated(size, () => '\n      # x  ')}"\n`,
  'lines left of their key': (size) => `a:\n  b: "${repeated(size, () => 'x\n')}"\n`,
  'documents that cannot be patched': (size) => repeated(size, () => '---\nkind: Workflow\n'),
  'documents that can': (size) => repeated(size, () => `---\n${workflow}  a: b\n`),
  secrets: (size) => `${workflow}  imagePullSecrets:\n${repeated(size, (index) => `  - name: s${index}\n`)}`,
  'secrets to fill in': (size) =>
    `${workflow}  imagePullSecrets:\n${repeated(size, () => '  - name: <x>\n')}`,
  'a model server of many parts': (size) =>
    `${predictor}${repeated(size, (index) => `        p${index}: {image: a}\n`)}`,
  'merged over and over': (size) =>
    `a: &a [{x: y}]\n${repeated(Math.min(size, 3000), (index) => `b${index}: &a [{<<: *a}, {<<: *a}]\n`)}kind: Workflow\nspec:\n  <<: *a\n`,
  'templates that hold one another': (size) =>
    `${workflow}  templates:\n  - &t {container: {image: a}}\n${repeated(Math.min(size, 3000), () => '  - &t {dag: {tasks: [{inline: *t}, {inline: *t}]}}\n')}`,
  'parameters that name themselves': (size) =>
    `${workflow}  arguments:\n    parameters:\n    - {name: x, value: "${repeated(900, () => '{{workflow.parameters.x}}')}"}\n  templates:\n${repeated(size, () => '  - container: {image: "{{workflow.parameters.x}}"}\n')}`,
  'open placeholders': (size) => `a: ${'{{'.repeat(size / 2)}\n`,
  'placeholders without quotes': (size) => `${workflow}${repeated(size, (index) => `  k${index}: {{x}}\n`)}`,
};

function work(text: string): void {
  const template = readTemplate(text);
  patchTemplate(template, ['mine', 'other'], ['s1']);
  listPullSecrets(template);
  listTemplateImages(template);
}

describe('the time grows with the text, and no faster', () => {
  test.each(Object.entries(hostile))('%s', async (_name, build) => {
    expect(await growthOf(work, build, 30_000)).toBeLessThan(aboveLinear);
  });
});
