import { useEffect, useRef, type ChangeEvent } from 'react';
import type { RowSelection } from './use-row-selection.ts';

/** The check box in a table's head, for all rows at once. */
export function HeadCheckbox({ rows, label }: { rows: RowSelection; label: string }) {
  const { head, cursor, toggleAll } = rows;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = head === 'some';
  }, [head]);
  return (
    <input
      ref={box}
      type="checkbox"
      aria-label={label}
      checked={head === 'all'}
      onChange={toggleAll}
      tabIndex={cursor < 0 ? 0 : -1}
    />
  );
}

interface RowCheckboxProps {
  readonly id: string;
  readonly label: string;
  readonly selected: boolean;
  readonly isTabStop: boolean;
  /** Why it cannot be selected. */
  readonly locked: string | undefined;
  readonly onToggle: RowSelection['toggle'];
}

/** The check box of a row. */
export function RowCheckbox({ id, label, selected, isTabStop, locked, onToggle }: RowCheckboxProps) {
  return (
    <input
      type="checkbox"
      aria-label={label}
      checked={selected}
      tabIndex={isTabStop ? 0 : -1}
      {...(locked !== undefined && { 'aria-disabled': true, title: locked })}
      onChange={(event) => onToggle(id, hasShift(event))}
    />
  );
}

/** The browser reports a change by click or space bar as a click, which knows the modifier keys. */
function hasShift({ nativeEvent }: ChangeEvent): boolean {
  return nativeEvent instanceof MouseEvent && nativeEvent.shiftKey;
}
