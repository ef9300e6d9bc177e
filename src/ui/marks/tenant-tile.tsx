import Box from '@mui/material/Box';
import { initials } from '../../domain/text/initials.ts';

/** A tenant's two letters. Dark, to tell it from the light mark of a registry. */
export function TenantTile({ label }: { label: string }) {
  return (
    // Not text, so that copying and searching find only the name.
    <Box component="span" aria-hidden data-initials={initials(label)} sx={tileStyle} />
  );
}

const tileStyle = {
  '&::before': { content: 'attr(data-initials)' },
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  width: 24,
  height: 24,
  borderRadius: '4px',
  bgcolor: 'text.secondary',
  color: 'background.paper',
  fontFamily: 'var(--monospace)',
  fontSize: '0.625rem',
  fontWeight: 600,
  lineHeight: 1,
  '@media (forced-colors: active)': { border: '1px solid' },
} as const;
