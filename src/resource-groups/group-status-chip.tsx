import type { ResourceGroup } from '../api/groups/resource-groups.ts';
import type { ResourceGroupStatus } from '../domain/resource-group/resource-group-status.ts';
import { StatusChip, type StatusTone } from '../ui/feedback/status-chip.tsx';
import { useTexts } from '../ui/texts/texts.ts';

const tones: Record<ResourceGroupStatus, StatusTone> = {
  PROVISIONED: 'neutral',
  PROVISIONING: 'info',
  ERROR: 'error',
  UNKNOWN: 'neutral',
};

interface GroupStatusChipProps extends Pick<ResourceGroup, 'status'> {
  /** It was deleted here, but AI Core still lists it. */
  readonly leaving?: boolean;
}

export function GroupStatusChip({ status, leaving = false }: GroupStatusChipProps) {
  const texts = useTexts('resourceGroups');
  if (leaving) return <StatusChip tone="info">{texts.leaving}</StatusChip>;
  return <StatusChip tone={tones[status]}>{texts.statusOf[status]}</StatusChip>;
}
