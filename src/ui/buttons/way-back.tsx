import { createLink } from '@tanstack/react-router';
import { AnchorButton, type AnchorButtonProps } from './button.tsx';
import { useTexts } from '../texts/texts.ts';

function CancelAnchor(props: AnchorButtonProps) {
  const { cancel } = useTexts('common');
  return <AnchorButton {...props}>{cancel}</AnchorButton>;
}

/** Leaves a form without sending it. */
export const CancelLink = createLink(CancelAnchor);

function BackAnchor(props: AnchorButtonProps) {
  const { backToList } = useTexts('objects');
  return <AnchorButton {...props}>{backToList}</AnchorButton>;
}

/** Leads from a page about one thing to the list it belongs to. */
export const BackToListLink = createLink(BackAnchor);
