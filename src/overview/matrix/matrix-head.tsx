import Box from '@mui/material/Box';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { smallIconProps } from '../../ui/icon-props.ts';
import { RegistryMark } from '../../ui/marks/registry-mark.tsx';
import { useTexts } from '../../ui/texts/texts.ts';
import type { SecretSpread } from '../matrix-rows.ts';
import { fixedColumns, nameWidth } from './matrix-style.ts';
import type { OverviewFilters, OverviewSort } from '../overview-filters.ts';

interface MatrixHeadProps {
  readonly names: readonly string[];
  /** The rendered columns of secrets. */
  readonly columns: readonly number[];
  readonly spread: ReadonlyMap<string, SecretSpread>;
  /** How many tenants have answered. */
  readonly answered: number;
  readonly filters: OverviewFilters;
  /** The column of the tab stop, if it is in the head. */
  readonly cursor: number | undefined;
  readonly onSort: (sort: OverviewSort) => void;
  readonly onOnly: (name: string) => void;
}

/** The first two columns sort the tenants; the heading of a secret shows only that secret, what is due first. */
export function MatrixHead(props: MatrixHeadProps) {
  const { names, columns, spread, answered, filters, cursor, onSort, onOnly } = props;
  const texts = useTexts('overview');
  const direction = filters.descending ? 'descending' : 'ascending';
  const sortOf = (sort: OverviewSort) => (filters.sort === sort ? direction : undefined);
  return (
    <div role="row" aria-rowindex={1} className="row head">
      <SortCell
        className="tenant"
        column={0}
        label={texts.tenant}
        sorted={sortOf('tenant')}
        isTabStop={cursor === 0}
        onClick={() => onSort('tenant')}
      />
      <SortCell
        className="free"
        column={1}
        label={texts.left}
        sorted={sortOf('free')}
        isTabStop={cursor === 1}
        onClick={() => onSort('free')}
      />
      {columns.map((index) => {
        const name = names[index] ?? '';
        const { tenants = 0, host } = spread.get(name) ?? {};
        return (
          <HeadCell key={index} className="name" column={index + fixedColumns} left={index * nameWidth}>
            <Box
              component="button"
              type="button"
              data-column={index + fixedColumns}
              tabIndex={cursor === index + fixedColumns ? 0 : -1}
              title={texts.onlyThis(name)}
              onClick={() => onOnly(name)}
              sx={nameStyle}
            >
              <span className="spread">
                {host !== undefined && <RegistryMark host={host} />}
                {texts.spread(tenants, answered)}
              </span>
              <code>{name}</code>
            </Box>
          </HeadCell>
        );
      })}
    </div>
  );
}

interface HeadCellProps {
  readonly className: string;
  readonly column: number;
  readonly left?: number;
  readonly sorted?: 'ascending' | 'descending' | undefined;
  readonly children: ReactNode;
}

function HeadCell({ className, column, left, sorted, children }: HeadCellProps) {
  return (
    <div
      role="columnheader"
      aria-colindex={column + 1}
      aria-sort={sorted}
      className={`cell ${className}`}
      style={left === undefined ? undefined : { left: `calc(var(--fixed-width) + ${left}px)` }}
    >
      {children}
    </div>
  );
}

interface SortCellProps extends Omit<HeadCellProps, 'children' | 'left'> {
  readonly label: string;
  readonly isTabStop: boolean;
  readonly onClick: () => void;
}

function SortCell({ label, isTabStop, onClick, ...cell }: SortCellProps) {
  const Arrow = cell.sorted === 'descending' ? ArrowDown : ArrowUp;
  return (
    <HeadCell {...cell}>
      <Box
        component="button"
        type="button"
        data-column={cell.column}
        tabIndex={isTabStop ? 0 : -1}
        onClick={onClick}
        sx={sortStyle}
      >
        {label}
        {cell.sorted && <Arrow {...smallIconProps} />}
      </Box>
    </HeadCell>
  );
}

const buttonStyle = { all: 'unset', boxSizing: 'border-box', cursor: 'pointer' } as const;

const sortStyle = {
  ...buttonStyle,
  display: 'inline-flex',
  alignItems: 'center',
  gap: 0.5,
  height: 24,
  lineHeight: '24px',
  borderRadius: '4px',
  '&:hover': { color: 'text.primary' },
} as const;

const nameStyle = {
  ...buttonStyle,
  display: 'block',
  width: '100%',
  height: '100%',
  p: '6px 6px 0',
  '& .spread': { display: 'flex', alignItems: 'center', gap: '6px', height: 20, mb: '2px' },
  '& code': {
    display: 'block',
    color: 'text.primary',
    fontSize: '0.6875rem',
    lineHeight: '1rem',
    letterSpacing: '-0.03em',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // Names often differ only in their ends.
    direction: 'rtl',
    unicodeBidi: 'plaintext',
    textAlign: 'left',
  },
  '&:hover code': { textDecoration: 'underline', textUnderlineOffset: 2 },
} as const;
