import Box from '@mui/material/Box';
import { Search } from 'lucide-react';
import { IconButton } from '../../ui/buttons/button.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { modifierKey } from '../shortcuts/modifier-key.ts';

/** Opens the command palette; where there is room it looks like the palette's field. */
export function FindButton({ phone, onClick }: { phone: boolean; onClick: () => void }) {
  const { find, controlKey } = useTexts('common');
  if (phone)
    return (
      <IconButton label={find} onClick={onClick}>
        <Search size={20} strokeWidth={1.5} aria-hidden />
      </IconButton>
    );
  return (
    <Box
      component="button"
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={onClick}
      sx={findStyle}
    >
      <Search {...iconProps} />
      <span>{find}</span>
      <kbd aria-hidden>{modifierKey(controlKey)} K</kbd>
    </Box>
  );
}

const findStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  flex: '0 1 auto',
  minWidth: 0,
  height: 32,
  p: '0 6px 0 8px',
  border: 1,
  borderColor: 'rule.strong',
  borderRadius: '6px',
  bgcolor: 'background.paper',
  color: 'text.disabled',
  font: 'inherit',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { borderColor: 'rule.control' },
  '& > svg, & > kbd': { flex: 'none' },
  '& > kbd': { display: { xs: 'none', md: 'inline-grid' } },
  '& > span': {
    flex: '1 1 auto',
    minWidth: { md: 170 },
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    textAlign: 'left',
  },
  '@media (pointer: coarse)': { height: 44 },
} as const;
