import { describe, expect, test } from 'vitest';

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

/** Texts whose reading would take long if any step looked back at all that it has read. */
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

function work(text: string): number {
  const start = process.cpuUsage();
  const template = readTemplate(text);
  patchTemplate(template, ['mine', 'other'], ['s1']);
  listPullSecrets(template);
  listTemplateImages(template);
  return process.cpuUsage(start).user / 1000;
}

// Eight times the text takes eight times as long, or sixty-four times if a step is quadratic. The processor's time, the
// best of two runs, and a floor below which nothing is proven, keep a busy machine from deciding.
const factor = 8;
const maxGrowth = 20;
const provenMs = 25;
const small = 30_000;

function bestOf(runs: number, text: string): number {
  return Math.min(...Array.from({ length: runs }, () => work(text)));
}

describe('the time grows with the text, and no faster', { timeout: 120_000 }, () => {
  test.each(Object.entries(hostile))('%s', (_name, build) => {
    const before = bestOf(2, build(small));
    const after = bestOf(1, build(small * factor));
    expect(after).toBeLessThan(Math.max(provenMs, before) * maxGrowth);
  });
});
