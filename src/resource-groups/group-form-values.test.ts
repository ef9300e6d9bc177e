import { expect, it } from 'vitest';
import { resourceGroups as texts } from '../ui/texts/en/groups/resource-groups.ts';
import { groupFormSchema, ownLabels, toLabels } from './group-form-values.ts';

const schema = groupFormSchema(texts, ['default']);

function problems(values: {
  name: string;
  labels: { key: string; value: string }[];
}): Record<string, string> {
  const issues = schema.safeParse(values).error?.issues ?? [];
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}

it('each broken rule is a sentence at its field', () => {
  expect(problems({ name: 'team-a', labels: [{ key: 'stage', value: 'test' }] })).toEqual({});
  expect(problems({ name: 'default', labels: [] })).toEqual({
    name: 'This tenant already has a resource group “default”. Choose another ID.',
  });
  expect(
    problems({
      name: 'team_a',
      labels: [
        { key: 'stage', value: '' },
        { key: 'ext.ai.sap.com/stage', value: 'b' },
        { key: '', value: 'c' },
      ],
    }),
  ).toEqual({
    name: '“_” is not allowed. Use letters, digits, “.” and “-”.',
    'labels.0.value': 'Enter a value.',
    'labels.1.key': 'Another label has this key. Use each key once.',
    'labels.2.key': 'Enter a key, or remove this label.',
  });
});

it('a key has its prefix once, typed or not, and labels of AI Core itself are not sent', () => {
  const labels = [
    { key: 'ext.ai.sap.com/stage', value: 'test' },
    { key: 'internal.ai.sap.com/x', value: 'y' },
  ];
  expect(ownLabels({ labels })).toEqual([{ key: 'stage', value: 'test' }]);
  expect(
    toLabels([
      { key: 'stage', value: 'a' },
      { key: 'ext.ai.sap.com/b', value: 'c' },
    ]),
  ).toEqual([
    { key: 'ext.ai.sap.com/stage', value: 'a' },
    { key: 'ext.ai.sap.com/b', value: 'c' },
  ]);
});
