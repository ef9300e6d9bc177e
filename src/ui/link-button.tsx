import { createLink } from '@tanstack/react-router';
import { AnchorButton } from './buttons/button.tsx';

export const LinkButton = createLink(AnchorButton);
