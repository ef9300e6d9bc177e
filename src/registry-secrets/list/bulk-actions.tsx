import Box from '@mui/material/Box';
import { Copy, Download, Split, Trash2, X } from 'lucide-react';
import { rolloutSearch } from '../../domain/rollout/rollout-address.ts';
import { useDeferredValue, useEffect, useEffectEvent, useRef } from 'react';
import { Button, IconButton } from '../../ui/buttons/button.tsx';
import { GuardedButton } from '../../ui/guard/guarded-button.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { isTyping } from '../../ui/polite-focus.ts';
import { inkStyle } from '../../ui/toasts/ink-style.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useTexts } from '../../ui/texts/texts.ts';

interface BulkActionsProps {
  readonly names: readonly string[];
  readonly mayWrite: boolean;
  readonly onCopy: () => void;
  readonly onExport: () => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
}

/** Actions for all selected secrets, in a bar that stays visible above a list of any length. */
export function BulkActions({ names, mayWrite, onCopy, onExport, onDelete, onClear }: BulkActionsProps) {
  const texts = useTexts('secretActs');
  const { copySnippet } = useTexts('secrets');
  const bar = useRef<HTMLDivElement>(null);
  // A moment later than the bar: what a status holds as it appears is not read out.
  const count = useDeferredValue(texts.selected(names.length), '');
  const clear = () => {
    // Returns to the row the user came from: what follows the bar in the document is not part of the list.
    if (bar.current?.contains(document.activeElement))
      document.querySelector<HTMLElement>('main tbody [tabindex="0"]')?.focus();
    onClear();
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // Escape has another meaning in a dialog, a menu or a field.
    if (isTyping() || document.querySelector('[role=dialog], [role=menu]')) return;
    clear();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Box ref={bar} role="region" aria-label={texts.selected(names.length)} data-foot-bar sx={barStyle}>
      <span role="status">{count}</span>
      <hr />
      <Button startIcon={<Copy {...iconProps} />} onClick={onCopy}>
        {copySnippet}
      </Button>
      <LinkButton
        to="/rollout"
        search={rolloutSearch({ secrets: names })}
        startIcon={<Split {...iconProps} />}
      >
        {texts.acts['roll-out']}
      </LinkButton>
      <Button startIcon={<Download {...iconProps} />} onClick={onExport}>
        {texts.export}
      </Button>
      <GuardedButton allowed={mayWrite} startIcon={<Trash2 {...iconProps} />} onClick={onDelete}>
        {texts.acts.delete}
      </GuardedButton>
      <hr />
      <IconButton label={texts.clearSelection} onClick={clear}>
        <X {...iconProps} />
      </IconButton>
    </Box>
  );
}

const barStyle = {
  ...inkStyle,
  position: 'fixed',
  bottom: 24,
  left: { sm: 'calc(50% + 28px)', md: 'calc(50% + 120px)' },
  zIndex: 'speedDial',
  boxSizing: 'border-box',
  display: { xs: 'none', sm: 'flex' },
  height: 48,
  transform: 'translateX(-50%)',
  whiteSpace: 'nowrap',
  '& hr': { width: '1px', height: 24, m: '0 8px', border: 0, bgcolor: 'rgb(255 255 255 / 0.18)' },
  '@media print': { display: 'none' },
} as const;
