import { randomUUID } from 'node:crypto';
import type { AuditEvent } from './audit-event.ts';

/** A refused call, of which there may be thousands. */
interface CountedRefusal {
  status: number;
  address: string;
  /** Undefined if nobody has signed in. */
  actor: AuditEvent['actor'];
  /** When, in milliseconds since 1970. */
  now: number;
}

/** The refusals of a minute: one event for each status, address and person. */
export interface RefusalCounter {
  add(refusal: CountedRefusal): void;
  /** The events of all minutes before that of `now`, or of all minutes; each is returned only once. */
  take(now: number | 'all'): AuditEvent[];
}

interface Counted {
  minute: number;
  status: number;
  address: string | undefined;
  actor: AuditEvent['actor'];
  count: number;
}

const minuteMs = 60_000;

/**
 * Counts in memory, so that somebody who is refused a thousand times causes one line. Beyond `maxSorts` entries, the
 * rest share one entry for each minute and status, without an address.
 */
export function createRefusalCounter(maxSorts = 200): RefusalCounter {
  const sorts = new Map<string, Counted>();
  return {
    add({ status, address, actor, now }) {
      const minute = Math.floor(now / minuteMs);
      const key = JSON.stringify([minute, status, address, actor?.issuer, actor?.id]);
      const known = sorts.get(key);
      if (known !== undefined) known.count += 1;
      else if (sorts.size < maxSorts) sorts.set(key, { minute, status, address, actor, count: 1 });
      else {
        const rest = JSON.stringify([minute, status]);
        const others = sorts.get(rest);
        if (others !== undefined) others.count += 1;
        else sorts.set(rest, { minute, status, address: undefined, actor: undefined, count: 1 });
      }
    },
    take(now) {
      const current = now === 'all' ? Number.POSITIVE_INFINITY : Math.floor(now / minuteMs);
      const over = [...sorts].filter(([, { minute }]) => minute < current);
      for (const [key] of over) sorts.delete(key);
      return over.map(([, counted]) => toEvent(counted));
    },
  };
}

function toEvent({ minute, status, address, actor, count }: Counted): AuditEvent {
  return {
    time: new Date(minute * minuteMs).toISOString(),
    requestId: randomUUID(),
    action: 'refusals',
    outcome: 'refused',
    ...(actor && { actor }),
    ...(address !== undefined && { address }),
    subject: { count },
    status,
  };
}
