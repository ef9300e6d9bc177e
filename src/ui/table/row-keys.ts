import { createContext, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { movedCursor } from './row-cursor.ts';

/** The list behind a table that renders only some of its rows: how many there are, and what renders them all. */
export const WholeList = createContext<{ count: number; showAll: () => void } | undefined>(undefined);

/**
 * Arrow keys in a table: from a link or button to the same one in another row. `reach` renders the first or last rows,
 * which Home and End lead to.
 */
export function moveByArrows(
  event: KeyboardEvent<HTMLElement>,
  reach?: (end: 'first' | 'last') => void,
): void {
  const { key, target, currentTarget: table } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!(target instanceof HTMLElement) || !target.closest('tbody')) return;
  if (reach && (key === 'Home' || key === 'End')) flushSync(() => reach(key === 'End' ? 'last' : 'first'));
  const rows = [...table.querySelectorAll('tbody > tr')].map(controlsOf).filter(({ length }) => length > 0);
  const at = rows.findIndex((controls) => controls.includes(target));
  const to = at < 0 ? undefined : movedCursor(key, at, rows.length);
  if (to === undefined) return;
  const place = rows[at]?.indexOf(target) ?? 0;
  const next = rows[Math.max(0, to)];
  (next?.[place] ?? next?.at(-1))?.focus();
  event.preventDefault();
}

function controlsOf(row: Element): HTMLElement[] {
  const controls = row.querySelectorAll<HTMLElement>('a[href], button:not(:disabled)');
  return [...controls].filter((control) => control.checkVisibility());
}
