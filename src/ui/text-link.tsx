import { styled } from '@mui/material/styles';
import { createLink } from '@tanstack/react-router';

/** A link in running text that leads out of the console. */
export const Anchor = styled('a')(({ theme: { vars } }) => ({
  borderRadius: 2,
  color: vars.palette.accent.text,
  textDecorationColor: vars.palette.accent.line,
  textUnderlineOffset: 3,
  '&:hover': { textDecorationColor: 'currentColor' },
}));

/** A link in running text within the console. */
export const TextLink = createLink(Anchor);

/** The name of an object as a link to its page: looks like text until hovered. */
export const NameLink = createLink(
  styled(Anchor)({
    color: 'inherit',
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
    '&:hover': { textDecorationLine: 'underline' },
  }),
);
