import type { Range } from '@tanstack/react-virtual';

/**
 * Which items a virtualised list renders: the visible ones and `spare` more on either side, up to the next multiple of
 * `step`. The range therefore moves in steps, and most frames of a scroll render nothing new.
 */
export function snappedRange(step: number, spare: number): (range: Range) => number[] {
  return ({ startIndex, endIndex, count }) => {
    const first = Math.max(0, Math.floor((startIndex - spare) / step) * step);
    const end = Math.min(count, Math.ceil((endIndex + 1 + spare) / step) * step);
    return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index);
  };
}

/** The indexes in order, with one added. */
export function withIndex(indexes: readonly number[], index: number): number[] {
  if (indexes.includes(index)) return [...indexes];
  return [...indexes, index].toSorted((a, b) => a - b);
}
