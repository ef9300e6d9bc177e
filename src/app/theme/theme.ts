import { createTheme } from '@mui/material/styles';
import { once } from '../../domain/once.ts';
import { buttonStyles, fieldStyles } from './control-styles.ts';
import { dark, light } from './palette.ts';
import { surfaceStyles } from './surface-styles.ts';
import { typography } from './typography.ts';

declare module '@mui/material/styles' {
  interface CssThemeVariables {
    enabled: true;
  }
}

/** The console's theme. The first-paint colours in index.html are those of its palette. */
export const consoleTheme = once(() =>
  createTheme({
    cssVariables: { colorSchemeSelector: 'data-color-scheme' },
    colorSchemes: { light, dark },
    breakpoints: { values: { xs: 0, sm: 640, md: 1024, lg: 1280, xl: 1600 } },
    shape: { borderRadius: 6 },
    typography,
    transitions: {
      duration: { shorter: 120, short: 120, standard: 180, enteringScreen: 180, leavingScreen: 120 },
    },
    components: {
      ...buttonStyles,
      ...fieldStyles,
      ...surfaceStyles,
    },
  }),
);
