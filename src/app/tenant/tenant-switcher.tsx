import Box from '@mui/material/Box';
import { useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { ChevronsUpDown } from 'lucide-react';
import { useRef, useState, type ChangeEvent, type MouseEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Connection } from '../../domain/connection/connection.ts';
import { smallIconProps } from '../../ui/icon-props.ts';
import { lazyPart } from '../../ui/feedback/lazy-part.tsx';
import { plainInputStyle } from '../../ui/plain-input-style.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { samePageOf, useCurrentTenant } from './current-tenant.ts';
import { demoBadgeStyle } from './demo-badge-style.ts';
import { TenantTile } from '../../ui/marks/tenant-tile.tsx';

const TenantCombobox = lazyPart(() => import('./tenant-combobox.tsx'), 'TenantCombobox');

/**
 * Chooses the tenant by typing or from the list; the same page opens for the other tenant. At first it is a plain
 * field: the list is loaded on first focus and takes over what was typed by then, if the field still has the focus.
 * Suspense is not used, because it would put another field in between.
 */
export function TenantSwitcher({ connections }: { connections: readonly Connection[] }) {
  const { tenant: texts } = useTexts('common');
  const { tenant: id } = useParams({ strict: false });
  const path = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  const [ready, setReady] = useState(false);
  const [typed, setTyped] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const current = useCurrentTenant(connections) ?? null;
  const choose = (chosen: Connection | 'overview') => {
    if (chosen !== 'overview' && chosen.id === id) return;
    // The next page gets the focus.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    void navigate({ to: chosen === 'overview' ? '/overview' : samePageOf(chosen, path, id) });
  };

  // Without a network it stays a plain field, and the next focus tries again. It is replaced at the moment it is seen
  // to have the focus: a moment later, typing may be meant for another field.
  const load = () =>
    TenantCombobox.preload().then(() => {
      if (input.current !== document.activeElement) return;
      flushSync(() => setReady(TenantCombobox.isLoaded()));
    });

  const field = (
    <Box
      component="input"
      value={typed ?? current?.label ?? ''}
      onChange={(event: ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
      onFocus={() => void load()}
      // As with the Tab key, the typed text is discarded.
      onClick={({ currentTarget }: MouseEvent<HTMLInputElement>) => currentTarget.select()}
      onBlur={() => setTyped(undefined)}
      placeholder={texts.label}
      ref={input}
      role="combobox"
      aria-label={texts.label}
      aria-expanded={false}
      aria-controls="tenant-switcher-listbox"
      aria-autocomplete="list"
      autoComplete="off"
      spellCheck={false}
      sx={plainInputStyle}
    />
  );
  return (
    <Box sx={switcherStyle}>
      <Box className="box" sx={boxStyle}>
        <TenantTile label={current?.label ?? ''} />
        {ready ? (
          <TenantCombobox connections={connections} current={current} typed={typed} onChoose={choose} />
        ) : (
          field
        )}
        {current?.demo && (
          <span className="badge" title={texts.demoHint}>
            {texts.demo}
          </span>
        )}
        <ChevronsUpDown {...smallIconProps} />
      </Box>
    </Box>
  );
}

const height = { xs: 44, sm: 40 } as const;
const rail = '@media (min-width: 640px) and (max-width: 1023.95px)';

/** The rail shows only the tile; the whole field appears over the page while it is used. */
const switcherStyle = {
  position: 'relative',
  flex: { xs: '1 1 auto', sm: 'none' },
  minWidth: 0,
  height,
  [rail]: {
    '& .box': { position: 'absolute', width: '100%' },
    '& .box:focus-within': { width: 264, bgcolor: 'background.paper', borderColor: 'rule.strong' },
    '& .box:not(:focus-within) input': { opacity: 0, cursor: 'pointer' },
    '& .box:not(:focus-within)': { borderColor: 'transparent', bgcolor: 'transparent', px: '7px' },
  },
} as const;

const boxStyle = {
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  boxSizing: 'border-box',
  height: '100%',
  px: '7px',
  overflow: 'clip',
  border: 1,
  borderColor: 'rule.strong',
  borderRadius: '6px',
  bgcolor: 'background.paper',
  '&:hover': { borderColor: 'rule.control' },
  '&:focus-within': {
    overflow: 'visible',
    outline: 2,
    outlineStyle: 'solid',
    outlineColor: 'accent.focus',
    outlineOffset: -1,
  },
  // The whole box is the field: everything visible lies on top of it and lets the pointer through.
  '& input': { position: 'absolute', inset: 0, pl: '40px', pr: '32px' },
  '& input:has(~ .badge), & > :has(~ .badge) input': { pr: '80px' },
  '& > span, & > svg': { position: 'relative', pointerEvents: 'none' },
  '& > svg': { flex: 'none', ml: 'auto', color: 'text.disabled' },
  '& .badge': demoBadgeStyle,
  '& > .badge ~ svg': { ml: 0 },
} as const;
