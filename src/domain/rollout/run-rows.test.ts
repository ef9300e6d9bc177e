import { describe, expect, test } from 'vitest';
import { countRows, findRows, firstRow, type RowState, type RunRow } from './run-rows.ts';

const row = (targetId: string, state: RowState): RunRow => ({
  targetId,
  state,
  action: 'create',
  reason: 'absent',
});
const rows = [row('a-1', 'done'), row('b-2', 'failed'), row('a-3', 'running'), row('b-4', 'failed')];
const labels = new Map([['a-3', 'Globex']]);
const idsOf = (search: string, state: RowState | 'all') =>
  findRows(rows, { search, state }, (id) => labels.get(id) ?? id).map(({ targetId }) => targetId);

test.each([
  ['create', 'planned'],
  ['update', 'planned'],
  ['delete', 'planned'],
  ['skip', 'skipped'],
  ['blocked', 'blocked'],
] as const)('a step to %s begins as %s', (action, state) => {
  expect(firstRow({ targetId: 'a', action, reason: 'present' }).state).toBe(state);
});

test('rows are counted by their state', () => {
  expect(countRows(rows)).toMatchObject({ done: 1, failed: 2, running: 1, skipped: 0 });
});

describe('findRows', () => {
  test.each([
    ['all, the failed ones first', '', 'all', ['b-2', 'b-4', 'a-1', 'a-3']],
    ['those of one state', '', 'failed', ['b-2', 'b-4']],
    ['by the id', ' B-', 'all', ['b-2', 'b-4']],
    ['by the label, whatever its case', 'gLOB', 'all', ['a-3']],
    ['by both', 'a-', 'done', ['a-1']],
    ['nothing', 'zebra', 'all', []],
  ] as const)('%s', (_case, search, state, ids) => {
    expect(idsOf(search, state)).toEqual(ids);
  });
});
