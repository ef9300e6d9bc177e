import Box from '@mui/material/Box';
import { registryMonogram } from '../../domain/registry/registry-monogram.ts';
import { markStyle } from './mark-style.ts';

/** A registry's two letters, in front of its host. Not text, so that copying and searching find only the host. */
export function RegistryMark({ host, large = false }: { host: string; large?: boolean }) {
  return (
    <Box
      component="span"
      aria-hidden
      data-mark={registryMonogram(host)}
      sx={large ? largeMarkStyle : markStyle}
    />
  );
}

const largeMarkStyle = {
  ...markStyle,
  width: 32,
  height: 32,
  borderRadius: '6px',
  fontSize: '0.75rem',
} as const;
