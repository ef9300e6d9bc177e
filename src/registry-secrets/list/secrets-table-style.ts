import { fuseStyle } from '../../ui/marks/fuse.tsx';
import { markStyle } from '../../ui/marks/mark-style.ts';
import { cellStyle, fittingHead, headCellStyle, outerCellStyle } from '../../ui/table/table-style.ts';
import { unseenStyle } from '../../ui/unseen-style.ts';

const phone = '@media (max-width: 639.95px)';
/** With a rail of icons instead of the sidebar: marks without hosts. */
const rail = '@media screen and (max-width: 1023.95px)';
/** No room for usernames. */
const middling = '@media (max-width: 1399.95px)';
/** Nor for the last change and for dates. */
const narrow = '@media (max-width: 1159.95px)';
const huge = '@media (min-width: 1600px)';
const hidden = { display: 'none' } as const;

/** With a fixed table layout the cells of the first row set the widths; the registries take the rest. */
const columns = {
  '& .check': { width: 52 },
  '& thead .name': { width: 172, [huge]: { width: 280 }, [rail]: { width: 'auto' } },
  '& thead .registries': { [rail]: { width: 88 } },
  '& thead .username': { width: 184, [huge]: { width: 296 } },
  '& thead .expires': { width: 260, [huge]: { width: 304 }, [narrow]: { width: 184 } },
  '& thead .changed': { width: 136, [huge]: { width: 200 } },
  '& thead .actions': { width: 188, [rail]: { width: 160 } },
  [middling]: { '& .username': hidden },
  [narrow]: {
    '& .changed': hidden,
    // Words above the fuse.
    '& tbody .expires > div': { display: 'grid', gap: 0.5, lineHeight: '1rem' },
    '& .fuse': { order: 1 },
  },
  // The row's menu has it too.
  [rail]: { '& [data-act=copy]': hidden },
} as const;

const buttons = {
  '& button:where([data-act])': {
    display: 'inline-grid',
    gridAutoFlow: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 0.75,
    height: 28,
    p: 0,
    border: 0,
    borderRadius: '6px',
    bgcolor: 'transparent',
    color: 'text.secondary',
    font: 'inherit',
    cursor: 'pointer',
  },
  '& .icon': { width: 28 },
  '& .icon:hover, & .icon[aria-expanded=true]': { bgcolor: 'ground.press', color: 'text.primary' },
  '& [data-act].main': {
    px: 1.25,
    border: 1,
    borderColor: 'rule.strong',
    bgcolor: 'background.paper',
    color: 'text.primary',
    typography: 'caption',
    fontWeight: 500,
    whiteSpace: 'nowrap',
  },
  '& .main:hover': { borderColor: 'rule.control', bgcolor: 'action.hover' },
  '& .main > svg': { color: 'text.secondary' },
  // The hovered, focused or selected row shows its copy button.
  '& [data-act=copy]': { opacity: 0 },
  '& tr:is(:hover, :focus-within, :has(:checked)) [data-act=copy]': { opacity: 1 },
  '@media (hover: none)': { '& [data-act=copy]': { opacity: 1 } },
  '@media (pointer: coarse)': {
    '& tbody :is(td, th)': { height: 48 },
    '& button:where([data-act])': { height: 44 },
    '& .icon': { flex: 'none', width: 44 },
    '& thead .actions': { width: 256, [middling]: { width: 208 } },
    [middling]: { '& [data-act=copy]': hidden },
  },
} as const;

const expiry = {
  '& .fuse': fuseStyle,
  '& .left': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .date': { color: 'text.disabled', typography: 'caption', [narrow]: hidden },
  '& [data-expiry^=un] .left, & [data-expiry=none] .left': { color: 'text.secondary' },
  '& [data-expiry=soon] .left': { color: 'warning.main', fontWeight: 600 },
  '& [data-expiry=expired] .left': { color: 'error.main', fontWeight: 600 },
} as const;

/**
 * On phones: rows 64 pixels high with mark, name and host, and on the right the words above the fuse. The secret's own
 * page has the rest.
 */
const onPhone = {
  [phone]: {
    '& thead, & .check, & .registries, & .actions': hidden,
    '& tbody td, & tbody th': { height: 64 },
    '& tbody .name': { py: 1, pl: 'var(--gutter)' },
    '& tbody .name > *': { ml: 5.5 },
    '& .name > .mark': {
      position: 'absolute',
      display: 'inline-grid',
      width: 32,
      height: 32,
      ml: 0,
      mt: 0.25,
      borderRadius: '6px',
      fontSize: '0.75rem',
    },
    '& .name > .link': { py: '2px', fontSize: '0.8125rem' },
    '& .name > .host': {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      color: 'text.secondary',
      typography: 'caption',
    },
    '& tbody tr:first-of-type > *': { borderTop: 1, borderTopColor: 'divider' },
    '& tbody .expires': { width: 'clamp(128px, 40vw, 156px)', pr: 'var(--gutter)', textAlign: 'right' },
    '& tbody .expires > div': { justifyItems: 'end', gap: 0.75, typography: 'caption', whiteSpace: 'normal' },
  },
} as const;

const onPaper = {
  '@media print': {
    '& thead': { display: 'table-header-group' },
    '& tr': { breakInside: 'avoid' },
    '& .check, & .actions': hidden,
    '& .name': { pl: 0 },
    '& thead .name': { width: '32%' },
    // Nobody can point at anything there, and “9 days” is true for a day.
    '& tbody .expires > div': { gridTemplateColumns: 'max-content 1fr', alignItems: 'baseline' },
    '& .fuse': { gridColumn: '1 / -1' },
    '& .date': { display: 'inline' },
    '& .registries code': { display: 'block', whiteSpace: 'normal', overflowWrap: 'anywhere' },
    '& tbody tr': { bgcolor: 'transparent' },
  },
} as const;

export const secretsTableStyle = {
  width: '100%',
  tableLayout: 'fixed',
  borderCollapse: 'separate',
  borderSpacing: 0,
  typography: 'body2',
  '& th, & td': { ...cellStyle, boxSizing: 'border-box', whiteSpace: 'nowrap' },
  '& thead th': { ...headCellStyle, ...fittingHead },
  ...outerCellStyle,
  ...columns,
  '& tbody tr': { cursor: 'pointer' },
  '& tbody :is(td, th)': { py: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& tbody tr:is(:hover, :focus-within)': { bgcolor: 'action.hover' },
  // Selected rows have more than a tint.
  '& tbody tr:has(:checked)': { bgcolor: 'accent.soft' },
  '& tbody tr:has(:checked) > :not(* + *)': {
    boxShadow: 'inset 2px 0 var(--mui-palette-primary-main)',
    '@media (forced-colors: active)': { borderLeft: '3px solid Highlight' },
  },
  '& td > div': { display: 'flex', alignItems: 'center', gap: 1, minWidth: 0 },
  '& .check input': { display: 'grid' },
  // Whole, however many lines that takes: long names often differ only at their end.
  '& .link': {
    display: 'block',
    py: '3px',
    fontFamily: 'var(--monospace)',
    fontSize: '0.75rem',
    lineHeight: '1rem',
    whiteSpace: 'normal',
  },
  '& tr:hover .link': { textDecorationLine: 'underline', textDecorationColor: 'rule.control' },
  '& .link:focus-visible': { outlineOffset: 0 },
  '& .name > .mark, & .name > .host': hidden,
  '& .host::before': { content: 'attr(data-host)' },
  '& .mark': markStyle,
  '& .registries, & .username, & .changed': { color: 'text.secondary' },
  '& .registries code': { display: 'flex', minWidth: 0, [rail]: hidden },
  '& .registries > div > .cut': { [rail]: hidden },
  // Counted beside one host, and beside two marks.
  '& .registries .more:not(.beyond-marks)': { [rail]: hidden },
  '& .beyond-marks': { ...hidden, [rail]: { display: 'inline' } },
  '& .cut': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
  '& code > .cut + span': { flex: 'none' },
  // Two lines fit into a row, and what tells usernames apart is often at their end.
  '& .username code': {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: '2',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    whiteSpace: 'normal',
    lineHeight: '1rem',
  },
  '& .more': { flex: 'none', color: 'text.disabled', typography: 'caption' },
  '& .changed svg': { flex: 'none', color: 'text.disabled' },
  '& .expires > div': { gap: 1.5 },
  '& .actions > div': { justifyContent: 'flex-end', gap: 0.5 },
  // Room for the focus ring of a button.
  '& tbody .actions': { overflow: 'visible' },
  '& .unseen': unseenStyle,
  ...expiry,
  ...buttons,
  ...onPhone,
  ...onPaper,
} as const;
