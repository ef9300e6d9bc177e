import { CircleQuestionMark, ClockAlert } from 'lucide-react';
import type { RememberedSecret } from '../../api/browser-storage/remembered-schema.ts';
import type { MemoryState } from '../../api/browser-storage/secret-memory.ts';
import { StatusChip } from '../../ui/feedback/status-chip.tsx';
import { hourMs, useNow } from '../../ui/media/use-now.ts';
import { useTexts } from '../../ui/texts/texts.ts';
import { secretExpiry, type SecretExpiry } from '../secret-expiry.ts';

interface ExpiryChipProps {
  readonly known: RememberedSecret | undefined;
  readonly memory: MemoryState;
}

/** The expiry of a secret, beside the heading of its page. */
export function ExpiryChip({ known, memory }: ExpiryChipProps) {
  const texts = useTexts('secrets');
  const now = useNow(hourMs);
  const expiry = secretExpiry(known, memory, now);
  if (expiry.kind === 'unread') return undefined;
  return (
    <StatusChip tone={tones[expiry.kind]} Icon={icons[expiry.kind]}>
      {texts.expiry(expiry)}
    </StatusChip>
  );
}

const tones = {
  none: 'neutral',
  unknown: 'neutral',
  valid: 'neutral',
  soon: 'warning',
  expired: 'error',
} as const satisfies Record<Exclude<SecretExpiry['kind'], 'unread'>, string>;

const icons = {
  none: undefined,
  unknown: CircleQuestionMark,
  valid: undefined,
  soon: ClockAlert,
  expired: undefined,
} as const satisfies Record<Exclude<SecretExpiry['kind'], 'unread'>, unknown>;
