import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import InputBase from '@mui/material/InputBase';
import useAutocomplete from '@mui/material/useAutocomplete';
import { useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import type { Connection } from '../domain/connection.ts';
import { useTexts } from '../ui/texts/texts.ts';

/** Chooses the tenant by typing or from the list; the page stays the same one, of the other tenant. */
export function TenantSwitcher({ connections }: { connections: readonly Connection[] }) {
  const { tenant: texts } = useTexts('common');
  const { tenant: id } = useParams({ strict: false });
  const section = useRouterState({ select: (state) => state.location.pathname.split('/')[2] });
  const navigate = useNavigate();
  const current = connections.find((connection) => connection.id === id) ?? null;
  const box = useAutocomplete({
    id: 'tenant-switcher',
    options: connections,
    value: current,
    getOptionLabel: (connection) => connection.label,
    getOptionKey: (connection) => connection.id,
    isOptionEqualToValue: (a, b) => a.id === b.id,
    onChange: (_event, chosen) => {
      if (chosen) void navigate({ to: id && section ? `/${chosen.id}/${section}` : `/${chosen.id}` });
    },
    disableClearable: current !== null,
    selectOnFocus: true,
    handleHomeEndKeys: true,
    openOnFocus: false,
    blurOnSelect: true,
  });
  const options = box.groupedOptions.filter((option) => 'baseUrl' in option);

  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 0, flex: { xs: 1, sm: 'none' } }}>
      {current?.demo && <Chip label={texts.demo} title={texts.demoHint} size="small" sx={chipStyle} />}
      <Box {...box.getRootProps()} sx={{ position: 'relative', width: { xs: '100%', sm: 260 } }}>
        <InputBase
          inputProps={{ ...box.getInputProps(), 'aria-label': texts.label }}
          placeholder={texts.label}
          sx={inputStyle}
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
                  {option.label}
                </li>
              );
            })}
          </Box>
        )}
      </Box>
    </Box>
  );
}

const chipStyle = { bgcolor: '#ffd479', color: '#3a2700', fontWeight: 600 } as const;

const inputStyle = {
  width: '100%',
  color: 'inherit',
  bgcolor: 'rgba(255, 255, 255, 0.1)',
  border: '1px solid rgba(255, 255, 255, 0.35)',
  borderRadius: 1,
  px: 1.25,
  typography: 'body2',
  '& input::placeholder': { opacity: 0.85 },
  '&:focus-within': { outline: '2px solid #fff' },
} as const;

const listStyle = {
  position: 'absolute',
  top: 'calc(100% + 6px)',
  left: 0,
  right: 0,
  m: 0,
  p: 0.5,
  maxHeight: '60vh',
  overflow: 'auto',
  listStyle: 'none',
  bgcolor: 'background.paper',
  color: 'text.primary',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  boxShadow: 8,
  typography: 'body2',
  '& li': { px: 1.25, py: 0.9, borderRadius: 0.75, cursor: 'pointer' },
  '& li.Mui-focused': { bgcolor: 'action.hover' },
  '& li[aria-selected=true]': { bgcolor: 'action.selected', fontWeight: 600 },
} as const;
