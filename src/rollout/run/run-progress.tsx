import { createPortal } from 'react-dom';
import type { RunSnapshot } from '../../domain/rollout/run-rows.ts';
import { useTexts } from '../../ui/texts/texts.ts';

/** How far a run has come, in the navigation beside the link to its page, wherever that is scrolled to. */
export function RunProgress({ phase, counts }: Pick<RunSnapshot, 'phase' | 'counts'>) {
  const texts = useTexts('run');
  // The navigation is on every page from the start; what stands beside its links is not read out with them.
  const place = document.querySelector('#navigation a[href="/rollout"] + span');
  if (phase === 'ended' || !place) return undefined;
  const ended = counts.done + counts.failed + counts.cancelled;
  return createPortal(texts.endedOf(ended, ended + counts.planned + counts.running + counts.retrying), place);
}
