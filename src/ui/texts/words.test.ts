import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';

const folder = 'src/ui/texts/en';

/** What a person in a hurry stumbles over, or what no colleague would say. */
const refused = [
  'all the same',
  'and/or',
  'any more',
  'anew',
  'at all',
  'e.g',
  'in order to',
  'is no',
  'just now',
  'meanwhile',
  'nobody',
  'oops',
  'patience',
  'please',
  'put aside',
  'shall',
  'somebody',
  'sorry',
  'stand',
  'stands',
  'successful',
  'successfully',
  'takes no',
  'told',
  'used up',
];

/** The strings of a file and the fixed parts of its templates: every branch of every text, with no need to call it. */
function wordings(file: string, source: string): string[] {
  const found: string[] = [];
  new Visitor({
    Literal: ({ value }) => {
      if (typeof value === 'string') found.push(value);
    },
    TemplateElement: ({ value }) => {
      found.push(value.cooked ?? '');
    },
  }).visit(parseSync(file, source).program);
  return found;
}

function faults(wording: string): string[] {
  const words = ` ${wording.toLowerCase().replaceAll(/[^\p{L}\p{N}/.]+/gu, ' ')} `.replaceAll('. ', ' ');
  return [
    ...refused.filter((one) => words.includes(` ${one} `)),
    ...(wording.endsWith('!') ? ['an exclamation mark'] : []),
    ...(wording.includes('...') ? ['three dots for an ellipsis'] : []),
    ...(/\p{L}'\p{L}/u.test(wording) ? ['a straight apostrophe'] : []),
    ...(/\S {2,}\S/.test(wording) ? ['two spaces'] : []),
  ];
}

test('no text has a word that the console does not use', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const found = files.flatMap((file) =>
    wordings(file, readFileSync(path.join(folder, file), 'utf8')).flatMap((wording) =>
      faults(wording).map((fault) => `${file}: ${fault} in “${wording}”`),
    ),
  );
  expect(files.length).toBeGreaterThan(15);
  expect(found).toEqual([]);
});

test.each([
  ["export const a = 'Please wait.';", ['please']],
  ['export const a = (n: number) => `${n} of them stand here`;', ['stand']],
  ["export const a = { b: 'This is no address, e.g. none' };", ['e.g', 'is no']],
  ["export const a = 'Done!';", ['an exclamation mark']],
  ["export const a = 'Loading...';", ['three dots for an ellipsis']],
  [`export const a = "It's here";`, ['a straight apostrophe']],
  ["export const a = 'Standard, notably, totally.';", []],
])('%s', (source, expected) => {
  expect(wordings('a.ts', source).flatMap(faults)).toEqual(expected);
});
