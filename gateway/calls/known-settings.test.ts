import { expect, test } from 'vitest';
import { readLabels } from './known-settings.ts';

const label = (end: string, value: string) => ({ key: `ext.ai.sap.com/${end}`, value });

test('labels are told by their keys', () => {
  expect(readLabels([label('team', 'vision'), label('none', '')])).toEqual({
    settings: { 'ext.ai.sap.com/team': 'vision' },
    isHidden: false,
  });
});

test.each([
  ['one key twice, of which only one could be told', [label('team', 'a'), label('team', 'b')]],
  ['more of them than anybody has', Array.from({ length: 101 }, (_, index) => label(`l${index}`, 'x'))],
  [
    'longer ones than anybody has',
    Array.from({ length: 20 }, (_, index) => label(`l${index}`, 'x'.repeat(500))),
  ],
  ['what are no labels', [{ key: 'team' }]],
])('nothing is told of %s', (_case, labels) => {
  expect(readLabels(labels)).toEqual({ settings: undefined, isHidden: true });
});
