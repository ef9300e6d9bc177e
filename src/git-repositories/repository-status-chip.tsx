import type { RepositoryStatus } from '../domain/git/repository-status.ts';
import { StatusChip, type StatusTone } from '../ui/feedback/status-chip.tsx';
import { useTexts } from '../ui/texts/texts.ts';

const tones: Record<RepositoryStatus, StatusTone> = {
  COMPLETED: 'success',
  'IN-PROGRESS': 'info',
  ERROR: 'error',
  UNKNOWN: 'neutral',
};

export function RepositoryStatusChip({ status }: { status: RepositoryStatus }) {
  const { statusOf } = useTexts('repositories');
  return <StatusChip tone={tones[status]}>{statusOf(status)}</StatusChip>;
}
