import Box from '@mui/material/Box';

/** What a button says where there is room, and on a phone in one word. Its name is `long` either way, as its `aria-label`. */
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
