import Box from '@mui/material/Box';
import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import { readSettings } from '../../api/browser-storage/settings.ts';
import { useConnection } from '../../api/current-connection.tsx';
import { SortHeader } from '../../ui/table/sort-header.tsx';
import { fittingTableFrame } from '../../ui/table/table-style.ts';
import { useGrowingRows } from '../../ui/table/use-growing-rows.ts';
import { useRowSelection } from '../../ui/table/use-row-selection.ts';
import { letterOf } from '../../ui/keys/letter-of.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { actOf, type SecretAct } from './secret-act.ts';
import type { SecretRow, Sorting } from './secret-rows.ts';
import { SecretTableRow } from './secret-table-row.tsx';
import { secretsTableStyle } from './secrets-table-style.ts';

interface SecretsTableProps {
  readonly rows: readonly SecretRow[];
  /** Identifies the search, filters and order; when it changes, the list starts at the top. */
  readonly contents: string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly selected: ReadonlySet<string>;
  readonly mayWrite: boolean;
  readonly onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
  readonly onAct: (act: SecretAct, name: string) => void;
  readonly onMenu: (name: string, button: HTMLElement) => void;
}

/**
 * The list of secrets. One row's controls are tab stops, arrow keys lead to the other rows, Space selects, Enter or a
 * click on an empty part of the row opens it, and single-key shortcuts act on it.
 */
export function SecretsTable(props: SecretsTableProps) {
  const { rows, contents, sorting, onSort, selected, mayWrite, onSelect, onAct, onMenu } = props;
  const texts = useTexts('secrets');
  const connection = useConnection();
  const body = useRef<HTMLTableSectionElement>(null);
  const ids = rows.map(({ name }) => name);
  const selection = useRowSelection(ids, selected, onSelect);
  const cursor = Math.max(0, selection.cursor);
  const { shown, end } = useGrowingRows(rows.length, contents, cursor + 1);
  useFocusOfCursor(body, selection.cursor);

  const onClick = (event: MouseEvent) => {
    const { target } = event;
    const name = nameOf(target);
    if (!(target instanceof Element) || name === undefined) return;
    const act = target.closest<HTMLElement>('[data-act]');
    if (act) selection.goTo(name);
    if (act?.dataset['act'] === 'menu') onMenu(name, act);
    else if (act) onAct(actOf(act.dataset['act']), name);
    else if (!target.closest('a, input') && getSelection()?.isCollapsed !== false) openRow(target, event);
  };

  // However it came there, the keys go on from the row that has it.
  const onFocus = ({ target }: FocusEvent) => {
    const name = nameOf(target);
    if (name !== undefined) selection.goTo(name);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    const key = letterOf(event);
    const name = nameOf(target);
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (name !== undefined && key === ' ' && target.matches('a')) selection.toggle(name, event.shiftKey);
    else if (name !== undefined && readSettings().singleKeys && (key === 'c' || key === 'r'))
      onAct(key === 'c' ? 'copy' : 'rotate', name);
    else {
      selection.onKeyDown(event);
      return;
    }
    event.preventDefault();
  };

  const header = (by: Sorting['by'], label: string, className: string) => (
    <SortHeader
      label={label}
      className={className}
      direction={sorting.by === by ? (sorting.descending ? 'descending' : 'ascending') : undefined}
      onClick={() => onSort({ by, descending: sorting.by === by && !sorting.descending })}
    />
  );

  return (
    <Box sx={fittingTableFrame}>
      <Box
        component="table"
        aria-label={texts.heading}
        {...(shown < rows.length && { 'aria-rowcount': rows.length + 1 })}
        sx={secretsTableStyle}
      >
        <thead>
          <tr>
            <th scope="col" className="check">
              <input
                type="checkbox"
                aria-label={texts.selectAll}
                checked={selection.head === 'all'}
                ref={(box) => {
                  if (box) box.indeterminate = selection.head === 'some';
                }}
                onChange={selection.toggleAll}
              />
            </th>
            {header('name', texts.name, 'name')}
            {header('provider', texts.registries, 'registries')}
            {header('username', texts.username, 'username')}
            {header('expiry', texts.expires, 'expires')}
            {header('changedAt', texts.changed, 'changed')}
            <th scope="col" className="actions">
              <span className="unseen">{texts.actions}</span>
            </th>
          </tr>
        </thead>
        {/* For a keyboard, the row's own link does the same. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its controls are those of its rows */}
        <tbody ref={body} onClick={onClick} onFocus={onFocus} onKeyDown={onKeyDown}>
          {rows.slice(0, shown).map((row, index) => (
            <SecretTableRow
              key={row.name}
              row={row}
              tenant={connection.id}
              selected={selected.has(row.name)}
              current={index === cursor}
              mayWrite={mayWrite}
              onToggle={selection.toggle}
            />
          ))}
        </tbody>
      </Box>
      <div ref={end} />
    </Box>
  );
}

/** Moves the focus with the cursor while it is in the table. */
function useFocusOfCursor(body: { readonly current: HTMLElement | null }, cursor: number): void {
  const last = useRef(cursor);
  useLayoutEffect(() => {
    if (last.current === cursor) return;
    last.current = cursor;
    const active = document.activeElement;
    const rows = body.current;
    if (!rows?.contains(active) || active?.matches('input')) return;
    if (active !== null && rows.children[cursor]?.contains(active)) return;
    const next =
      cursor < 0 ? rows.parentElement?.querySelector('input') : rows.children[cursor]?.querySelector('a');
    next?.focus();
  }, [body, cursor]);
}

function nameOf(target: EventTarget): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('tr')?.dataset['name'] : undefined;
}

/** Clicks the row's link with the same modifier keys, so that Ctrl opens a new tab. */
function openRow(target: Element, { nativeEvent }: MouseEvent): void {
  target.closest('tr')?.querySelector('a')?.dispatchEvent(new window.MouseEvent('click', nativeEvent));
}
