import { expect, it } from 'vitest';
import { inside, movedPlace } from './matrix-cursor.ts';

const size = { rows: 30, columns: 5 };

it.each<[string, boolean, [number, number], [number, number] | undefined]>([
  ['ArrowUp', false, [0, 2], [-1, 2]],
  ['ArrowUp', false, [-1, 2], [-1, 2]],
  ['ArrowDown', false, [29, 2], [29, 2]],
  ['ArrowRight', false, [3, 3], [3, 4]],
  ['ArrowRight', false, [3, 4], [3, 4]],
  ['ArrowLeft', true, [3, 4], [3, 0]],
  ['Home', false, [3, 4], [3, 0]],
  ['Home', true, [3, 4], [0, 0]],
  ['End', true, [3, 1], [29, 4]],
  ['PageDown', false, [25, 1], [29, 1]],
  ['PageUp', false, [5, 1], [0, 1]],
  ['a', false, [5, 1], undefined],
  ['toString', false, [5, 1], undefined],
])('%s (far: %s) leads from %j to %j', (key, far, [row, column], to) => {
  const place = movedPlace(key, far, { row, column }, size);
  expect(place && [place.row, place.column]).toEqual(to);
});

it('stays inside when there are fewer rows and columns than before', () => {
  expect(inside({ row: 40, column: 9 }, 3, 2)).toEqual({ row: 2, column: 1 });
});
