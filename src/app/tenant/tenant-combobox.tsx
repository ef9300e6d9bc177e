import Box from '@mui/material/Box';
import { useForkRef } from '@mui/material/utils';
import useAutocomplete, { createFilterOptions } from '@mui/material/useAutocomplete';
import { useQueryClient } from '@tanstack/react-query';
import { Check, LayoutGrid } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTokenNeeds } from '../../api/bearer-tokens.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { iconProps } from '../../ui/icon-props.ts';
import { plainInputStyle } from '../../ui/plain-input-style.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { useRecentTenants } from './current-tenant.ts';
import { demoBadgeStyle } from './demo-badge-style.ts';
import { listed, toChoices, type Choice } from './tenant-choices.ts';
import { tenantTrouble } from './tenant-trouble.ts';
import { TenantTile } from '../../ui/marks/tenant-tile.tsx';

interface TenantComboboxProps {
  readonly connections: readonly Connection[];
  readonly current: Connection | null;
  /** What was typed before this was loaded. */
  readonly typed: string | undefined;
  readonly onChoose: (chosen: Connection | 'overview') => void;
}

const matching = createFilterOptions<Choice>();

/** The tenant's field with its list. It replaces a field that has the focus, so it takes the focus and opens. */
export function TenantCombobox({ connections, current, typed, onChoose }: TenantComboboxProps) {
  const { tenant: texts } = useTexts('common');
  const { switcher } = useTexts('shell');
  const choices = useChoices(connections, switcher.overview);
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<Choice | null>(null);
  const [open, setOpen] = useState(true);
  const label = current?.label ?? '';
  const [text, setText] = useState(typed ?? label);
  const [shownLabel, setShownLabel] = useState(label);
  if (label !== shownLabel) {
    setShownLabel(label);
    setText(label);
  }
  const box = useAutocomplete({
    id: 'tenant-switcher',
    options: choices,
    groupBy: ({ group }) => group,
    filterOptions: (all, state) => listed(matching(all, state), switcher.more),
    getOptionDisabled: ({ group }) => group === 'more',
    // Nothing is selected while searching: the selected option would be highlighted before the first match.
    value: text === label ? (choices.find(({ id }) => id === current?.id) ?? null) : null,
    open,
    onOpen: () => setOpen(true),
    onClose: (_event, reason) => {
      setOpen(false);
      if (reason === 'escape') setText(label);
      if (reason !== 'selectOption') return;
      // onChange is not called if the current option is chosen again.
      const leadsTo = chosen.current?.leadsTo ?? current;
      chosen.current = null;
      if (leadsTo) onChoose(leadsTo);
    },
    inputValue: text,
    onInputChange: (_event, value, reason) => {
      // MUI's own resets follow the selected option and would discard what is typed.
      if (reason !== 'reset') setText(reason === 'blur' ? label : value);
    },
    getOptionLabel: (choice) => choice.label,
    getOptionKey: (choice) => choice.id,
    isOptionEqualToValue: (a, b) => a.id === b.id,
    onChange: (_event, choice) => {
      chosen.current = choice;
    },
    disableClearable: current !== null,
    selectOnFocus: true,
    handleHomeEndKeys: true,
    autoHighlight: true,
  });
  const headings: Partial<Record<string, string>> = { recent: switcher.recent, all: switcher.all };
  const groups = box.groupedOptions.filter((group) => 'options' in group);

  // Before the next key is pressed: a later effect would miss it.
  useLayoutEffect(() => {
    input.current?.focus();
    if (typed === undefined) input.current?.select();
    // oxlint-disable-next-line react/exhaustive-deps -- only when it takes the place of the mere field
  }, []);

  const inputProps = box.getInputProps();
  const inputRef = useForkRef(inputProps.ref, input);

  return (
    <Box {...box.getRootProps()} sx={{ flex: 1, minWidth: 0, height: '100%' }}>
      <Box
        component="input"
        {...inputProps}
        ref={inputRef}
        aria-label={texts.label}
        placeholder={texts.label}
        sx={plainInputStyle}
      />
      {box.popupOpen && groups.length === 0 && (
        <Box role="status" sx={{ ...listStyle, p: 1.5 }}>
          {texts.none}
        </Box>
      )}
      {box.popupOpen && groups.length > 0 && (
        <Box
          component="ul"
          {...box.getListboxProps()}
          // Overrides a reference to a label that this field does not have.
          aria-labelledby={undefined}
          aria-label={texts.label}
          // The field around it would take the focus back from the page that was chosen.
          onClick={(event) => event.stopPropagation()}
          sx={listStyle}
        >
          {groups.map(({ group, index: first, options }) => (
            <Box component="li" role="presentation" key={group} data-group={group}>
              <ul role="group" aria-label={headings[group]}>
                {headings[group] !== undefined && (
                  <li role="presentation" className="heading">
                    {headings[group]}
                  </li>
                )}
                {options.map((option, place) => {
                  const { key, ...props } = box.getOptionProps({ option, index: first + place });
                  return (
                    <li key={key} {...props}>
                      <ChoiceRow choice={option} isCurrent={option.id === current?.id} />
                    </li>
                  );
                })}
              </ul>
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}

/** At the right of a tenant: a problem, the demo badge, and a check mark for the current one. */
function ChoiceRow({ choice, isCurrent }: { choice: Choice; isCurrent: boolean }) {
  const { tenant: texts } = useTexts('common');
  const { troubles } = useTexts('shell').switcher;
  const client = useQueryClient();
  const needs = useTokenNeeds();
  if (choice.leadsTo === 'overview')
    return (
      <>
        <LayoutGrid {...iconProps} />
        {choice.label}
      </>
    );
  if (choice.leadsTo === undefined) return choice.label;
  const trouble = tenantTrouble(client, choice.leadsTo, needs);
  return (
    <>
      <TenantTile label={choice.label} />
      <span className="name">{choice.label}</span>
      {trouble && (
        <span className="trouble" data-trouble={trouble}>
          {troubles[trouble]}
        </span>
      )}
      {choice.leadsTo.demo && <span className="badge">{texts.demo}</span>}
      {isCurrent && <Check {...iconProps} />}
    </>
  );
}

/** The recent tenants stay as they were when the list was opened. */
function useChoices(connections: readonly Connection[], overview: string): Choice[] {
  const visited = useRecentTenants(connections);
  const [recent] = useState(visited);
  return useMemo(() => toChoices(connections, recent, overview), [connections, recent, overview]);
}

/** Below the box around the field, and wider than it where there is room. */
const listStyle = {
  position: 'absolute',
  top: 'calc(100% + 4px)',
  left: -1,
  zIndex: 1,
  boxSizing: 'border-box',
  width: 'max(100% + 2px, min(288px, 100vw - 80px))',
  m: 0,
  p: 0.5,
  maxHeight: '60vh',
  overflow: 'auto',
  listStyle: 'none',
  bgcolor: 'ground.raised',
  border: 1,
  borderColor: 'divider',
  borderRadius: '8px',
  boxShadow: 'var(--menu-shadow)',
  typography: 'body2',
  '& ul': { m: 0, p: 0, listStyle: 'none' },
  '& .heading': { p: '8px 8px 4px', color: 'text.disabled', fontSize: '0.6875rem', lineHeight: '1rem' },
  '& .name': { flex: 1, minWidth: 0 },
  '& .badge': demoBadgeStyle,
  '& .trouble': { flex: 'none', typography: 'caption', color: 'warning.main' },
  '& .trouble[data-trouble=full], & .trouble[data-trouble=unreachable]': { color: 'error.main' },
  '& svg': { flex: 'none', color: 'text.secondary' },
  '& [data-group=overview]:not(:first-of-type)': {
    m: '4px -4px -4px',
    p: 0.5,
    borderTop: 1,
    borderColor: 'divider',
  },
  '& [role=option]': {
    display: 'flex',
    alignItems: 'center',
    gap: 1.25,
    minHeight: 32,
    px: 1,
    borderRadius: '4px',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
  },
  '& [aria-disabled=true]': { color: 'text.secondary', typography: 'caption', cursor: 'default' },
  '& .Mui-focused': { bgcolor: 'ground.press' },
  '@media (forced-colors: active)': { '& .Mui-focused': { outline: '2px solid Highlight' } },
} as const;
