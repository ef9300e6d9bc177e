import Box from '@mui/material/Box';
import { Button } from './buttons/button.tsx';
import { copyText } from './media/copy-text.ts';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { smallIconProps } from './icon-props.ts';
import { useTexts } from './texts/texts.ts';
import { unseenStyle } from './unseen-style.ts';

const shownMs = 2500;

interface CopyButtonProps {
  readonly text: string;
  readonly label?: string;
  readonly disabled?: boolean;
  /** The one thing to do on the page. */
  readonly primary?: boolean;
  readonly onCopied?: () => void;
}

/** Copies `text` and says so on itself; where the browser forbids it, it says what to do instead. */
export function CopyButton({ text, label, disabled = false, primary, onCopied }: CopyButtonProps) {
  const texts = useTexts('common');
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed'>();

  useEffect(() => {
    if (!outcome) return undefined;
    const timer = setTimeout(() => setOutcome(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = () =>
    copyText(text).then(
      () => {
        setOutcome('copied');
        onCopied?.();
      },
      () => setOutcome('copyFailed'),
    );

  return (
    <Button
      size={primary ? 'medium' : 'small'}
      variant={primary ? 'contained' : 'outlined'}
      disabled={disabled}
      startIcon={outcome === 'copied' ? <Check {...smallIconProps} /> : <Copy {...smallIconProps} />}
      onClick={() => void copy()}
      // What is unseen goes with the button: beside text that scrolls it would widen the page.
      sx={{ position: 'relative' }}
    >
      {/* Read out is the outcome alone, not the label as it comes back. */}
      <span aria-hidden={outcome !== undefined}>{outcome ? texts[outcome] : (label ?? texts.copy)}</span>
      <Box component="span" aria-live="polite" sx={unseenStyle}>
        {outcome && texts[outcome]}
      </Box>
    </Button>
  );
}
