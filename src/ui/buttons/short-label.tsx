import Box from '@mui/material/Box';

/**
 * A button's label, shortened to one word on a phone. Its accessible name should be `long` either way, as `aria-label`.
 */
export function ShortLabel({ long, short }: { long: string; short: string }) {
  return (
    <>
      <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
        {long}
      </Box>
      <Box component="span" sx={{ display: { sm: 'none' } }}>
        {short}
      </Box>
    </>
  );
}
