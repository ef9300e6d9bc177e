import { createLink } from '@tanstack/react-router';
import { AnchorButton, type AnchorButtonProps } from './button.tsx';
import { useTexts } from '../texts/texts.ts';

function CancelAnchor(props: AnchorButtonProps) {
  const { cancel } = useTexts('common');
  return <AnchorButton {...props}>{cancel}</AnchorButton>;
}

/** Out of a form that is not sent. */
export const CancelLink = createLink(CancelAnchor);

function BackAnchor(props: AnchorButtonProps) {
  const { backToList } = useTexts('objects');
  return <AnchorButton {...props}>{backToList}</AnchorButton>;
}

/** From one thing to the list of its kind. */
export const BackToListLink = createLink(BackAnchor);
