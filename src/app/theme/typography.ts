import type { TypographyVariantsOptions } from '@mui/material/styles';

/** Font sizes and line heights, in pixels. Line heights grow with the browser's minimum font size. */
function size(fontSize: number, lineHeight: number) {
  return { fontSize: `${fontSize / 16}rem`, lineHeight: lineHeight / fontSize };
}

/** As base.css has it: larger on a phone. No media query here, which would come before those of whoever uses it. */
const body = { fontSize: 'var(--body-size)', lineHeight: 'var(--body-line)' };

export const typography: TypographyVariantsOptions = {
  // The fonts are named in base.css.
  fontFamily: 'var(--sans)',
  fontSize: 13,
  h1: { ...size(20, 32), fontWeight: 600, letterSpacing: '-0.01em' },
  h2: { ...size(14, 24), fontWeight: 600 },
  h3: { ...size(13, 20), fontWeight: 600 },
  h6: { ...size(16, 24), fontWeight: 600 },
  body1: body,
  body2: body,
  caption: size(12, 16),
  button: { ...body, fontWeight: 500, textTransform: 'none' },
};
