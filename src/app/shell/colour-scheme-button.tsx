import { useColorScheme } from '@mui/material/styles';
import { Monitor, Moon, Sun } from 'lucide-react';
import { IconButton } from '../../ui/buttons/button.tsx';
import { iconProps } from '../../ui/icon-props.ts';
import { useTexts } from '../../ui/texts/texts.ts';

const modes = ['system', 'light', 'dark'] as const;
const icons = { system: Monitor, light: Sun, dark: Moon };

/** Cycles through system, light and dark. */
export function ColourSchemeButton() {
  const { colourScheme } = useTexts('common');
  const { mode = 'system', setMode } = useColorScheme();
  const next = modes[(modes.indexOf(mode) + 1) % modes.length] ?? 'system';
  const label = `${colourScheme.label}: ${colourScheme[mode]}`;
  const Icon = icons[mode];
  return (
    <IconButton label={label} onClick={() => setMode(next)}>
      <Icon {...iconProps} />
    </IconButton>
  );
}
