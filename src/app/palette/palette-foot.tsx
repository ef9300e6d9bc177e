import Box from '@mui/material/Box';
import { useTexts } from '../../ui/texts/texts.ts';
import { modifierKey } from '../shortcuts/modifier-key.ts';

/** The keys of the palette; hidden without a keyboard. */
export function PaletteFoot() {
  const { controlKey } = useTexts('common');
  const { palette: texts } = useTexts('shell');
  return (
    <Box sx={footStyle}>
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> {texts.choose}
      </span>
      <span>
        <kbd>⏎</kbd> {texts.open}
      </span>
      <span>
        <kbd>{modifierKey(controlKey)} ⏎</kbd> {texts.newTab}
      </span>
      <span>
        <kbd>@</kbd> {texts.tenants}
      </span>
      <span>
        <kbd>&gt;</kbd> {texts.actions}
      </span>
    </Box>
  );
}

const footStyle = {
  display: { xs: 'none', sm: 'flex' },
  alignItems: 'center',
  gap: 2,
  flex: 'none',
  height: 40,
  px: 2.5,
  borderTop: 1,
  borderColor: 'divider',
  color: 'text.secondary',
  typography: 'caption',
  '& > span:nth-of-type(4)': { ml: 'auto' },
  '@media (pointer: coarse)': { display: 'none' },
} as const;
