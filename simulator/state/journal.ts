/** One received admin call, without its body. */
export interface JournalEntry {
  /** Absent while, or because, the token names no tenant. */
  tenantId?: string;
  readonly method: string;
  readonly path: string;
  /** By which the caller knows its request, where it has such a name for it. */
  readonly requestId?: string | undefined;
  /** It changed something, whatever was answered. */
  written?: true;
  /** Absent while, or because, no answer was sent. */
  status?: number;
}

/** The admin calls that were received. */
export interface Journal {
  readonly add: (entry: JournalEntry) => void;
  readonly entries: () => readonly JournalEntry[];
  readonly clear: () => void;
}

/** A list of calls in the order of their arrival; one that is not enabled stays empty. */
export function createJournal(enabled: boolean): Journal {
  let entries: JournalEntry[] = [];
  return {
    add: (entry) => {
      if (enabled) entries.push(entry);
    },
    entries: () => entries,
    clear: () => {
      entries = [];
    },
  };
}
