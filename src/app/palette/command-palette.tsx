import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import { useColorScheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useRememberedSecrets } from '../../api/browser-storage/remembered-secrets.ts';
import { changeSettings } from '../../api/browser-storage/settings.ts';
import { secretsQuery } from '../../api/docker-registry-secrets.ts';
import { applicationsQuery } from '../../api/applications.ts';
import { repositoriesQuery } from '../../api/repositories.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { plainInputStyle } from '../../ui/plain-input-style.ts';
import { letterOf } from '../../ui/keys/letter-of.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { unseenStyle } from '../../ui/unseen-style.ts';
import { useOfferedSections } from '../shell/offered-sections.ts';
import { samePageOf } from '../tenant/current-tenant.ts';
import { findEntries } from './find-entries.ts';
import { paletteEntries, type PaletteEntry } from './palette-entries.ts';
import { PaletteFoot } from './palette-foot.tsx';
import { PaletteResults } from './palette-results.tsx';
import { visitedPages } from './visited-pages.ts';

interface CommandPaletteProps {
  readonly connections: readonly Connection[];
  readonly current: Connection | undefined;
  /** What was typed before this was loaded. */
  readonly typed: string;
  readonly onClose: () => void;
  readonly onShow: (panel: 'shortcuts' | 'remembered') => void;
}

/** Finds pages, tenants, what the tenant holds, and actions; the focus always stays in its field. */
export function CommandPalette({ connections, current, typed, onClose, onShow }: CommandPaletteProps) {
  const { palette: texts } = useTexts('shell');
  const router = useRouter();
  const { setMode } = useColorScheme();
  const [query, setQuery] = useState(typed);
  const [wanted, setActive] = useState(0);
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { entries, reading, failed } = useEntries(connections, current);
  const groups = findEntries(entries, query);
  const options = groups.flatMap(({ found }) => found);
  const active = Math.min(wanted, options.length - 1);

  const run = ({ leadsTo }: PaletteEntry, newTab: boolean) => {
    if (newTab && typeof leadsTo === 'string') {
      window.open(leadsTo, '_blank', 'noopener');
      return;
    }
    onClose();
    if (typeof leadsTo === 'string') void router.navigate({ to: leadsTo });
    else if (leadsTo.kind === 'colours') setMode(leadsTo.scheme);
    else if (leadsTo.kind === 'rows') changeSettings({ compactRows: leadsTo.compact });
    else onShow(leadsTo.kind);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const chosen = options[active]?.entry;
    if (step !== undefined && options.length > 0)
      setActive((active + step + options.length) % options.length);
    else if (key === 'Enter' && chosen) run(chosen, ctrlKey || metaKey);
    else if (letterOf(event) === 'k' && (ctrlKey || metaKey)) onClose();
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      open
      onClose={onClose}
      // A page that loads behind it may ask for the focus too; MUI's focus trap then moves it to the dialog's frame.
      onFocus={({ target }) => {
        if (target !== input.current) input.current?.focus();
      }}
      aria-labelledby={`${id}-name`}
      transitionDuration={0}
      maxWidth={false}
      slotProps={{ paper: { sx: paperStyle } }}
    >
      <Box sx={fieldStyle}>
        <Search size={20} strokeWidth={1.5} aria-hidden />
        {/* Not the field, which would name the dialog by what is typed. */}
        <span id={`${id}-name`} hidden>
          {texts.label}
        </span>
        <Box
          component="input"
          ref={input}
          id={`${id}-field`}
          role="combobox"
          aria-label={texts.label}
          aria-expanded
          aria-controls={`${id}-results`}
          aria-autocomplete="list"
          {...(active >= 0 && { 'aria-activedescendant': `${id}-${active}` })}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          placeholder={texts.placeholder}
          value={query}
          onChange={({ target }: { target: HTMLInputElement }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          sx={{ ...plainInputStyle, fontSize: '1rem' }}
        />
        <kbd>Esc</kbd>
      </Box>
      <PaletteResults
        id={id}
        groups={groups}
        active={active}
        tenant={current?.label}
        onChoose={run}
        onPoint={setActive}
      />
      <Box role="status" sx={statusStyle} data-empty={options.length === 0}>
        {options.length > 0 ? texts.found(options.length) : !reading && texts.none}
        {reading && ` ${texts.reading}`}
        {failed && ` ${texts.notRead}`}
      </Box>
      <PaletteFoot />
    </Dialog>
  );
}

function useEntries(connections: readonly Connection[], current: Connection | undefined) {
  const texts = useTexts('shell');
  const common = useTexts('common');
  const router = useRouter();
  const known = current ?? nobody;
  const secrets = useQuery({ ...secretsQuery(known), enabled: current !== undefined });
  const repositories = useQuery({ ...repositoriesQuery(known), enabled: current !== undefined });
  const applications = useQuery({ ...applicationsQuery(known), enabled: current !== undefined });
  const remembered = useRememberedSecrets(known);
  const [now] = useState(() => new Date());
  const path = router.state.location.pathname;
  const offered = useOfferedSections();
  // Not recomputed with every key: there may be hundreds of secrets and tenants.
  const entries = useMemo(
    () =>
      paletteEntries({
        texts,
        common,
        connections,
        current,
        secrets: secrets.data ?? [],
        remembered,
        repositories: repositories.data ?? [],
        applications: applications.data ?? [],
        offered,
        visited: visitedPages(),
        addressOf: (connection) => samePageOf(connection, path, current?.id),
        now,
      }),
    [
      texts,
      common,
      connections,
      current,
      secrets.data,
      remembered,
      repositories.data,
      applications.data,
      offered,
      path,
      now,
    ],
  );
  return { entries, reading: secrets.isLoading, failed: secrets.isError && !secrets.data };
}

/** Stands for the tenant where there is none; nothing is requested for it. */
const nobody: Connection = { id: '', label: '', baseUrl: '/', auth: 'proxy' };

const paperStyle = {
  position: 'absolute',
  top: { xs: 8, sm: 112 },
  m: 0,
  width: 640,
  maxWidth: 'calc(100vw - 32px)',
  maxHeight: { xs: 'calc(100dvh - 16px)', sm: 'calc(100dvh - 160px)' },
  overflow: 'hidden',
} as const;

const fieldStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1.5,
  flex: 'none',
  height: 56,
  px: 2.5,
  borderBottom: 1,
  borderColor: 'divider',
  '& > svg': { flex: 'none', color: 'text.disabled' },
} as const;

const statusStyle = {
  flex: 'none',
  px: 2.5,
  color: 'text.secondary',
  '&[data-empty=true]': { py: 2 },
  // For screen readers only, unless there are no results.
  '&[data-empty=false]': unseenStyle,
} as const;
