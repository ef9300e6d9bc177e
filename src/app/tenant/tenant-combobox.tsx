import Box from '@mui/material/Box';
import { useForkRef } from '@mui/material/utils';
import useAutocomplete from '@mui/material/useAutocomplete';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Connection } from '../../domain/connection/connection.ts';
import { plainInputStyle } from '../../ui/plain-input-style.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { TenantTile } from './tenant-tile.tsx';

interface TenantComboboxProps {
  readonly connections: readonly Connection[];
  readonly current: Connection | null;
  /** What was typed before this was loaded. */
  readonly typed: string | undefined;
  readonly onChoose: (connection: Connection) => void;
}

/** The tenant's field with its list; it takes the place of a field that has the focus, so it takes that and opens. */
export function TenantCombobox({ connections, current, typed, onChoose }: TenantComboboxProps) {
  const { tenant: texts } = useTexts('common');
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<Connection | null>(null);
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
    options: connections,
    // While one searches, none is the chosen one: it would be highlighted before the first match.
    value: text === label ? current : null,
    open,
    onOpen: () => setOpen(true),
    onClose: (_event, reason) => {
      setOpen(false);
      if (reason === 'escape') setText(label);
      if (reason !== 'selectOption') return;
      // onChange says nothing where the one that is shown already is chosen.
      const connection = chosen.current ?? current;
      chosen.current = null;
      if (connection) onChoose(connection);
    },
    inputValue: text,
    onInputChange: (_event, value, reason) => {
      // Its own resets follow the chosen one, and would throw away what is typed.
      if (reason !== 'reset') setText(reason === 'blur' ? label : value);
    },
    getOptionLabel: (connection) => connection.label,
    getOptionKey: (connection) => connection.id,
    isOptionEqualToValue: (a, b) => a.id === b.id,
    onChange: (_event, connection) => {
      chosen.current = connection;
    },
    disableClearable: current !== null,
    selectOnFocus: true,
    handleHomeEndKeys: true,
    autoHighlight: true,
  });
  const options = box.groupedOptions.filter((option) => 'baseUrl' in option);

  // Before the next key is pressed: a later effect would let it go by.
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
      {box.popupOpen && options.length === 0 && (
        <Box role="status" sx={{ ...listStyle, p: 1.5 }}>
          {texts.none}
        </Box>
      )}
      {box.popupOpen && options.length > 0 && (
        <Box component="ul" {...box.getListboxProps()} aria-label={texts.label} sx={listStyle}>
          {options.map((option, index) => {
            const { key, ...props } = box.getOptionProps({ option, index });
            return (
              <li key={key} {...props}>
                <TenantTile label={option.label} />
                {option.label}
              </li>
            );
          })}
        </Box>
      )}
    </Box>
  );
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
  boxShadow: '0 8px 24px -4px rgb(0 0 0 / 0.2)',
  typography: 'body2',
  '& li': {
    display: 'flex',
    alignItems: 'center',
    gap: 1.25,
    minHeight: 32,
    px: 1,
    borderRadius: '4px',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
  },
  '& li.Mui-focused': { bgcolor: 'ground.press' },
  '& li[aria-selected=true]': { fontWeight: 600 },
  '@media (forced-colors: active)': { '& li.Mui-focused': { outline: '2px solid Highlight' } },
} as const;
