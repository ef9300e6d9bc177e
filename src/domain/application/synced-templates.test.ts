import { expect, it } from 'vitest';
import { findSyncing } from './synced-templates.ts';

const applications = [
  {
    application: 'training',
    templates: [
      { kind: 'WorkflowTemplate', name: 'train' },
      { kind: 'ServingTemplate', name: 'serve' },
      { kind: 'ServingTemplate', name: '' },
    ],
  },
  { application: 'twin', templates: [{ kind: 'WorkflowTemplate', name: 'train' }] },
];

it.each([
  ['WorkflowTemplate', 'train', ['training', 'twin']],
  ['ServingTemplate', 'serve', ['training']],
  ['ServingTemplate', 'train', []],
  ['WorkflowTemplate', 'Train', []],
  ['WorkflowTemplate', 'train-2', []],
  ['WorkflowTemplate', undefined, []],
  ['ServingTemplate', '', []],
  [undefined, 'train', []],
])('the %s %s is synchronised by %j', (kind, name, syncing) => {
  expect(findSyncing({ kind, name }, applications)).toEqual(syncing);
});
