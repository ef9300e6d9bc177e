import Box from '@mui/material/Box';
import { initials } from '../../domain/text/initials.ts';

/** A person's initials in a circle; the name has to be shown or announced beside it. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{ ...avatarStyle, width: large ? 32 : 26, height: large ? 32 : 26 }}
    >
      {initials(name)}
    </Box>
  );
}

const avatarStyle = {
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  borderRadius: '50%',
  bgcolor: 'ground.press',
  color: 'text.primary',
  fontSize: '0.6875rem',
  fontWeight: 600,
} as const;
