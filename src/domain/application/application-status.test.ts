import { describe, expect, it } from 'vitest';
import { isTemplateKind, judgeApplication, parseApplicationStatus } from './application-status.ts';

describe('parseApplicationStatus', () => {
  it('reads what the API returns', () => {
    expect(
      parseApplicationStatus({
        syncStatus: 'Synced',
        healthStatus: 'Healthy',
        message: ' fine ',
        syncFinishedAt: '2026-01-05T08:00:00Z',
        reconciledAt: '2026-01-05T08:03:00Z',
        syncResourcesStatus: [{ kind: 'ServingTemplate', name: 'a', status: 'Synced', message: 'ok' }],
        syncRessourcesStatus: [],
      }),
    ).toEqual({
      sync: 'Synced',
      health: 'Healthy',
      message: 'fine',
      resources: [{ kind: 'ServingTemplate', name: 'a', status: 'Synced', message: 'ok' }],
      syncedAt: new Date('2026-01-05T08:00:00Z'),
      reconciledAt: '2026-01-05T08:03:00Z',
    });
  });

  it('reads the misspelt list if it is the only one', () => {
    const { resources } = parseApplicationStatus({ syncRessourcesStatus: [{ kind: 'WorkflowTemplate' }] });
    expect(resources).toEqual([{ kind: 'WorkflowTemplate', name: '', status: 'Unknown', message: '' }]);
  });

  it('treats missing and new values as unknown', () => {
    expect(parseApplicationStatus({ syncStatus: 'Sideways', syncFinishedAt: 'soon' })).toEqual({
      sync: 'Unknown',
      health: 'Unknown',
      message: '',
      resources: [],
      syncedAt: undefined,
      reconciledAt: undefined,
    });
  });
});

it.each([
  ['WorkflowTemplate', true],
  ['ServingTemplate', true],
  ['Secret', false],
])('%s is a template: %s', (kind, template) => {
  expect(isTemplateKind(kind)).toBe(template);
});

describe('judgeApplication', () => {
  it.each([
    ['Synced', 'Healthy', false, 'synced'],
    ['Synced', 'Unknown', false, 'synced'],
    ['Synced', 'Degraded', false, 'failed'],
    ['Synced', 'Progressing', false, 'syncing'],
    ['OutOfSync', 'Healthy', false, 'syncing'],
    ['OutOfSync', 'Healthy', true, 'failed'],
    ['Unknown', 'Healthy', true, 'failed'],
    ['Unknown', 'Unknown', false, 'unknown'],
  ] as const)('for %s and %s, failing: %s: %s', (sync, health, failing, state) => {
    expect(judgeApplication({ sync, health }, failing)).toBe(state);
  });
});
