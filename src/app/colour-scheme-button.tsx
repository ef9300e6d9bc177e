import IconButton from '@mui/material/IconButton';
import { useColorScheme } from '@mui/material/styles';
import SvgIcon from '@mui/material/SvgIcon';
import { useTexts } from '../ui/texts/texts.ts';

const modes = ['system', 'light', 'dark'] as const;
const icons = {
  system: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 16V5a7 7 0 0 1 0 14z',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM11 2h2v3h-2zM11 19h2v3h-2zM2 11h3v2H2zM19 11h3v2h-3zM4.2 5.6l1.4-1.4 2.1 2.1-1.4 1.4zM16.3 17.7l1.4-1.4 2.1 2.1-1.4 1.4zM4.2 18.4l2.1-2.1 1.4 1.4-2.1 2.1zM16.3 6.3l2.1-2.1 1.4 1.4-2.1 2.1z',
  dark: 'M12.5 3a9 9 0 1 0 8.5 11.5A7 7 0 0 1 12.5 3z',
};

/** Goes round: as the system says, light, dark. */
export function ColourSchemeButton() {
  const { colourScheme } = useTexts('common');
  const { mode = 'system', setMode } = useColorScheme();
  const next = modes[(modes.indexOf(mode) + 1) % modes.length] ?? 'system';
  const label = `${colourScheme.label}: ${colourScheme[mode]}`;
  return (
    <IconButton color="inherit" aria-label={label} title={label} onClick={() => setMode(next)}>
      <SvgIcon>
        <path d={icons[mode]} />
      </SvgIcon>
    </IconButton>
  );
}
