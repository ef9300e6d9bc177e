import { createLink } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { AnchorButton, Button, type AnchorButtonProps, type ButtonProps } from '../buttons/button.tsx';
import { iconProps } from '../icon-props.ts';
import { useTexts } from '../texts/texts.ts';
import { showToast } from '../toasts/toasts.ts';

interface Guarded {
  /** Whether the signed-in person may do it. */
  readonly allowed: boolean;
}

/** A button that stays visible and focusable for people who may not use it, and says why. */
export function GuardedButton({ allowed, ...rest }: ButtonProps & Guarded) {
  const { readOnly } = useTexts('common');
  if (allowed) return <Button {...rest} />;
  return <Button {...rest} aria-disabled title={readOnly} onClick={() => showToast({ text: readOnly })} />;
}

function GuardedAnchor({ allowed, ...rest }: AnchorButtonProps & Guarded) {
  if (allowed) return <AnchorButton {...rest} />;
  const { variant, color, size, startIcon, sx, children, 'aria-label': label } = rest;
  return (
    <GuardedButton
      allowed={false}
      role="link"
      {...{ variant, color, size, startIcon, children, 'aria-label': label, ...(sx && { sx }) }}
    />
  );
}

/** The same as a router link. */
export const GuardedLink = createLink(GuardedAnchor);

function AddAnchor(props: AnchorButtonProps & Guarded) {
  return <GuardedAnchor variant="contained" startIcon={<Plus {...iconProps} />} {...props} />;
}

/** The same for the link to a form for something new, above a list. */
export const AddLink = createLink(AddAnchor);
