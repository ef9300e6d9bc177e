import type { ApplicationState } from '../domain/application/application-status.ts';
import { StatusChip, type StatusTone } from '../ui/feedback/status-chip.tsx';
import { useTexts } from '../ui/texts/texts.ts';
import type { ApplicationView } from './application-view.ts';

const tones: Record<ApplicationState, StatusTone> = {
  synced: 'success',
  syncing: 'info',
  failed: 'error',
  unknown: 'neutral',
};

/** The state of an application in a word; empty until it is known. */
export function ApplicationStateChip({ view: { state, error } }: { view: ApplicationView }) {
  const texts = useTexts('applications');
  if (state !== undefined) return <StatusChip tone={tones[state]}>{texts.stateOf(state)}</StatusChip>;
  return error && <StatusChip tone="warning">{texts.statusFailed}</StatusChip>;
}
