import type { AuditEvent } from '../api/audit.ts';
import { StatusChip } from '../ui/feedback/status-chip.tsx';
import { useTexts } from '../ui/texts/texts.ts';

/** Plain text for success; everything else stands out. */
export function OutcomeChip({ event: { outcome, status } }: { event: AuditEvent }) {
  const texts = useTexts('audit');
  const label = texts.outcomes[outcome] ?? outcome;
  if (outcome === 'done') return label;
  if (outcome === 'begun') return <StatusChip tone="info">{label}</StatusChip>;
  if (outcome === 'unknown') return <StatusChip tone="warning">{label}</StatusChip>;
  return <StatusChip tone="error">{status === undefined ? label : `${label}: ${status}`}</StatusChip>;
}
