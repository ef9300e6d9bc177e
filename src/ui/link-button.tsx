import { createLink } from '@tanstack/react-router';
import { AnchorButton } from './buttons/button.tsx';

/** A link of the router that looks like a button. */
export const LinkButton = createLink(AnchorButton);
