import Box from '@mui/material/Box';
import { registryMonogram } from '../../domain/registry/registry-monogram.ts';

/** A registry's two letters, in front of its host. Not text: whoever copies or searches means the host alone. */
export function RegistryMark({ host }: { host: string }) {
  return <Box component="span" aria-hidden data-mark={registryMonogram(host)} sx={markStyle} />;
}

const markStyle = {
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  width: 20,
  height: 20,
  borderRadius: '4px',
  bgcolor: 'ground.press',
  boxShadow: 'inset 0 0 0 1px var(--mui-palette-rule-strong)',
  color: 'text.secondary',
  fontFamily: 'monospace',
  fontSize: '0.5625rem',
  fontWeight: 600,
  lineHeight: 1,
  letterSpacing: '-0.03em',
  printColorAdjust: 'exact',
  '&::before': { content: 'attr(data-mark)' },
  '@media (forced-colors: active)': { border: '1px solid' },
} as const;
