import { styled } from '@mui/material/styles';
import { createLink } from '@tanstack/react-router';

/** A link in running text, out of the console. */
export const Anchor = styled('a')(({ theme: { vars } }) => ({
  borderRadius: 2,
  color: vars.palette.accent.text,
  textDecorationColor: vars.palette.accent.line,
  textUnderlineOffset: 3,
  '&:hover': { textDecorationColor: 'currentColor' },
}));

/** The same within the console. */
export const TextLink = createLink(Anchor);

/** The name of something, which leads to its page: it looks like text until it is pointed at. */
export const NameLink = createLink(
  styled(Anchor)({
    color: 'inherit',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    '&:hover': { textDecorationLine: 'underline' },
  }),
);
