import { expect, test } from 'vitest';
import { readLabels } from './known-settings.ts';

const label = (end: string, value: string) => ({ key: `ext.ai.sap.com/${end}`, value });

test('labels are recorded by their keys', () => {
  expect(readLabels([label('team', 'vision'), label('none', '')])).toEqual({
    settings: { 'ext.ai.sap.com/team': 'vision' },
    isHidden: false,
  });
});

test.each([
  ['a key that occurs twice', [label('team', 'a'), label('team', 'b')]],
  ['too many labels', Array.from({ length: 101 }, (_, index) => label(`l${index}`, 'x'))],
  ['labels that are too long', Array.from({ length: 20 }, (_, index) => label(`l${index}`, 'x'.repeat(500)))],
  ['what is not a label', [{ key: 'team' }]],
])('nothing is recorded of %s', (_case, labels) => {
  expect(readLabels(labels)).toEqual({ settings: undefined, isHidden: true });
});
