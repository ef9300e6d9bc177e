import type { ApplicationStatus } from '../domain/application/application-status.ts';
import { useNow } from '../ui/media/use-now.ts';
import { formatAgo } from '../ui/texts/format-ago.ts';
import { formatDateTime } from '../ui/texts/format.ts';
import { useTexts } from '../ui/texts/texts.ts';

interface LastSyncProps {
  readonly status: ApplicationStatus | undefined;
  /** Also shows the exact time as text instead of only as a tooltip. */
  readonly exact?: boolean;
}

/** When an application was last synchronised. */
export function LastSync({ status, exact = false }: LastSyncProps) {
  const texts = useTexts('applications');
  const now = useNow();
  if (!status) return undefined;
  const { syncedAt } = status;
  if (!syncedAt) return texts.never;
  const time = formatDateTime(syncedAt);
  const ago = formatAgo(syncedAt, now);
  return (
    <time dateTime={syncedAt.toISOString()} title={time}>
      {exact && !time.startsWith(ago) ? `${ago} · ${time}` : exact ? time : ago}
    </time>
  );
}
