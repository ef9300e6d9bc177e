import Box from '@mui/material/Box';
import { initials } from '../../domain/text/initials.ts';

/** A tenant's two letters. Dark, so that it is never taken for the mark of a registry, which is light. */
export function TenantTile({ label }: { label: string }) {
  return (
    // Not text: whoever copies or searches for the name means the name alone.
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
