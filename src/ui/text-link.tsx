import MuiLink, { type LinkProps } from '@mui/material/Link';
import { createLink } from '@tanstack/react-router';

/** A link of the router in running text. */
export const TextLink = createLink((props: LinkProps) => <MuiLink {...props} />);
