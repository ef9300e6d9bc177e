import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import { ListState, RefreshButton } from '../ui/table/list-state.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import { OtherName } from './other-name.tsx';

interface SecretChoiceProps {
  /** In the order chosen, which is the order in the template. */
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** From here on there is a search field above the list. */
const searchFrom = 8;

/** The secrets of the tenant as a list to tick, and a field for a name that is not among them. */
export function SecretChoice({ chosen, onChange }: SecretChoiceProps) {
  const texts = useTexts('templates');
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  const [search, setSearch] = useState('');
  const [others, setOthers] = useState(chosen);

  const ofTenant = secrets.data?.map(({ name }) => name) ?? [];
  const names = [...others.filter((name) => !ofTenant.includes(name)), ...ofTenant];
  const filter = search.trim().toLowerCase();
  const shown = names.filter((name) => name.includes(filter));

  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  const add = (name: string) => {
    setOthers([...others.filter((one) => one !== name), name]);
    if (!chosen.includes(name)) onChange([...chosen, name]);
  };

  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box sx={{ typography: 'body2', color: 'text.secondary' }}>{texts.secretsNote}</Box>
      <ListState query={secrets} lines={3} />
      {names.length >= searchFrom && <SearchField label={texts.search} value={search} onChange={setSearch} />}
      {secrets.data && names.length === 0 && <Box sx={{ typography: 'body2' }}>{texts.noSecrets}</Box>}
      {names.length > 0 && (
        <Box component="fieldset" aria-label={texts.ofTenant} sx={listStyle}>
          {shown.map((name) => (
            <label key={name}>
              <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
              <span>{name}</span>
              {secrets.data && !ofTenant.includes(name) && <small>{texts.notInTenant}</small>}
            </label>
          ))}
          {shown.length === 0 && <Box sx={{ p: 1 }}>{texts.noMatch(search)}</Box>}
        </Box>
      )}
      {secrets.data && (
        <Box>
          <RefreshButton onRefresh={() => void secrets.refetch()} isFetching={secrets.isFetching} />
        </Box>
      )}
      <OtherName onAdd={add} />
      <Box role="status" sx={{ typography: 'body2', overflowWrap: 'anywhere' }}>
        {texts.chosen(chosen)}
      </Box>
    </Box>
  );
}

const listStyle = {
  m: 0,
  p: 0.5,
  minWidth: 0,
  maxHeight: 236,
  overflow: 'auto',
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  typography: 'body2',
  '& label': {
    display: 'flex',
    alignItems: 'center',
    gap: 1,
    px: 1,
    py: 0.5,
    borderRadius: 0.5,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
  },
  '& label:hover': { bgcolor: 'action.hover' },
  '& input': { flex: 'none', m: 0, width: 16, height: 16, accentColor: 'var(--mui-palette-primary-main)' },
  '& small': { color: 'text.secondary' },
} as const;
