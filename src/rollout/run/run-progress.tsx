import { createPortal } from 'react-dom';
import type { RunSnapshot } from '../../domain/rollout/run-rows.ts';
import { useTexts } from '../../ui/texts/texts.ts';

/** The progress of a run, shown in the navigation beside the link to its page. */
export function RunProgress({ phase, counts }: Pick<RunSnapshot, 'phase' | 'counts'>) {
  const texts = useTexts('run');
  // The navigation is always there; what is beside its links is not part of their names.
  const place = document.querySelector('#navigation a[href="/rollout"] + span');
  if (phase === 'ended' || !place) return undefined;
  const ended = counts.done + counts.failed + counts.cancelled;
  return createPortal(texts.endedOf(ended, ended + counts.planned + counts.running + counts.retrying), place);
}
