/** One received admin call, without its body. */
export interface JournalEntry {
  /** Absent until the token was read, or if it names no tenant. */
  tenantId?: string;
  readonly method: string;
  readonly path: string;
  /** The caller's own id of its request, if it has one. */
  readonly requestId?: string | undefined;
  /** Set if the call changed something, whatever was answered. */
  written?: true;
  /** Absent until an answer was sent, or if none was. */
  status?: number;
}

/** The admin calls that were received. */
export interface Journal {
  readonly add: (entry: JournalEntry) => void;
  readonly entries: () => readonly JournalEntry[];
  readonly clear: () => void;
}

/** A list of calls in the order of their arrival; if it is not enabled, it stays empty. */
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
