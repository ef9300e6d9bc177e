import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { Fragment, useId, useState } from 'react';
import { useConnection } from '../api/current-connection.tsx';
import { useMemoryState } from '../api/browser-storage/remembered-secrets.ts';
import { secretsQuery } from '../api/docker-registry-secrets.ts';
import type { KnownRegistry } from '../domain/registry/known-registry.ts';
import { RegistryMark } from '../ui/marks/registry-mark.tsx';
import { SecretLink } from '../ui/secret-link.tsx';
import { LoadingState } from '../ui/feedback/loading-state.tsx';
import { ListState, RefreshButton } from '../ui/table/list-state.tsx';
import { SearchField } from '../ui/table/search-field.tsx';
import { useGrowingRows } from '../ui/table/use-growing-rows.ts';
import { unseenStyle } from '../ui/unseen-style.ts';
import { useTexts } from '../ui/texts/texts.ts';
import { OtherName } from './other-name.tsx';

interface SecretChoiceProps {
  /** In the order chosen, which is the order in the template. */
  readonly chosen: readonly string[];
  /** What this browser remembers of the secrets. */
  readonly known: ReadonlyMap<string, { readonly registries: readonly KnownRegistry[] }>;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The secrets of the tenant to tick, and a field for other names. */
export function SecretChoice({ chosen, known, onChange }: SecretChoiceProps) {
  const texts = useTexts('templates');
  const connection = useConnection();
  const secrets = useQuery(secretsQuery(connection));
  // Their marks make rows wider, which would move everything after them.
  const isUnmarked = useMemoryState(connection) === 'reading';
  const id = useId();
  const [search, setSearch] = useState('');
  const [typed, setTyped] = useState<readonly string[]>([]);

  const ofTenant = secrets.data?.map(({ name }) => name) ?? [];
  const present = new Set(ofTenant);
  const isOfTenant = (name: string) => present.has(name);
  const names = [...new Set([...typed, ...chosen])].filter((name) => !isOfTenant(name)).concat(ofTenant);
  const filter = search.trim().toLowerCase();
  const shown = names.filter((name) => name.includes(filter));
  const { shown: count, end } = useGrowingRows(shown.length, filter, 0);

  const add = (name: string) => {
    setTyped([...typed, name]);
    if (!chosen.includes(name)) onChange([...chosen, name]);
  };
  const toggle = (name: string) => {
    if (!chosen.includes(name)) return onChange([...chosen, name]);
    // A name that the tenant does not have stays in the list, so that it can be ticked again.
    setTyped([...typed, name]);
    onChange(chosen.filter((one) => one !== name));
  };

  return (
    <Box component="section" aria-labelledby={id}>
      <Box sx={headStyle}>
        <Box component="h2" id={id} sx={{ m: 0, typography: 'h2' }}>
          {texts.secrets}
        </Box>
        <Box sx={{ mr: 1, color: 'text.disabled' }}>
          {secrets.data && texts.chosenOf(chosen.length, names.length)}
        </Box>
        <Box sx={searchStyle}>
          <SearchField label={texts.search} value={search} onChange={setSearch} />
          <Box role="status" sx={unseenStyle}>
            {search !== '' && texts.found(shown.length, names.length)}
          </Box>
        </Box>
        <Box sx={{ ml: 'auto' }}>
          <RefreshButton onRefresh={() => void secrets.refetch()} isFetching={secrets.isFetching} />
        </Box>
      </Box>
      <Box sx={columnsStyle}>
        <Box sx={secrets.isError ? { minWidth: 0 } : placeStyle}>
          <ListState query={secrets} lines={2} />
          {secrets.data && isUnmarked && <LoadingState lines={2} />}
          {secrets.data && names.length === 0 && texts.noSecrets}
          {names.length > 0 && !isUnmarked && (
            <Box component="fieldset" aria-label={texts.ofTenant} sx={listStyle}>
              {shown.slice(0, count).map((name) => (
                <label key={name}>
                  <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} />
                  {known
                    .get(name)
                    ?.registries.slice(0, 2)
                    .map(({ host }) => (
                      <RegistryMark key={host} host={host} />
                    ))}
                  <code>{name}</code>
                  {secrets.data && !isOfTenant(name) && <small>{texts.notInTenant}</small>}
                </label>
              ))}
              {count < shown.length && <div ref={end} />}
              {shown.length === 0 && texts.noMatch(search)}
            </Box>
          )}
        </Box>
        <OtherName onAdd={add} />
      </Box>
      <Box role="status" sx={orderStyle}>
        {chosen.length === 0 ? texts.nothingChosen : texts.inThisOrder}
        {chosen.map((name, at) => (
          <Fragment key={name}>
            {at === 0 ? ' ' : ', '}
            {isOfTenant(name) ? <SecretLink tenant={connection.id} name={name} /> : <code>{name}</code>}
          </Fragment>
        ))}
      </Box>
    </Box>
  );
}

const headStyle = {
  display: 'flex',
  alignItems: 'center',
  columnGap: 1,
  minHeight: 32,
  mb: 1,
  flexWrap: 'wrap',
} as const;

/** On a phone it is on a line of its own, whether there is a count or not. */
const searchStyle = {
  display: 'flex',
  flex: { xs: '1 0 100%', sm: '0 1 240px' },
  order: { xs: 1, sm: 0 },
  '& > *': { flex: 1 },
} as const;

const columnsStyle = {
  display: 'grid',
  columnGap: 3,
  rowGap: 1,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 320px' },
} as const;

/** Has the same height before and after the secrets are read; half a row at the bottom shows that more follow. */
const placeStyle = { minWidth: 0, height: { xs: 124, sm: 96 }, overflow: 'auto' } as const;

const listStyle = {
  display: 'flex',
  flexWrap: 'wrap',
  alignContent: 'start',
  gap: 1,
  m: 0,
  // Room for the focus ring.
  p: '2px',
  minWidth: 0,
  border: 0,
  '& label': {
    display: 'flex',
    alignItems: 'center',
    gap: 1,
    minHeight: 32,
    px: 1.25,
    border: 1,
    borderColor: 'rule.strong',
    borderRadius: 1,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&:hover': { borderColor: 'rule.control' },
    '&:has(:checked)': { bgcolor: 'accent.soft', borderColor: 'accent.line' },
    '@media (pointer: coarse)': { minHeight: 44 },
  },
  '& code': { minWidth: 0 },
  '& small': { typography: 'caption', color: 'text.secondary' },
} as const;

const orderStyle = {
  mt: 0.5,
  minHeight: 20,
  lineHeight: '20px',
  fontSize: '0.75rem',
  color: 'text.secondary',
} as const;
