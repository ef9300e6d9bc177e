/** One received admin call, without its body. `status` is null while, or because, no answer was sent. */
export interface JournalEntry {
  tenantId: string | null;
  method: string;
  path: string;
  status: number | null;
}

export interface Journal {
  add: (entry: JournalEntry) => void;
  entries: () => readonly JournalEntry[];
  clear: () => void;
}

/** A list of calls in the order of their arrival; one that is not enabled stays empty. */
export function createJournal(enabled: boolean): Journal {
  let entries: JournalEntry[] = [];
  return {
    add: (entry) => {
      if (enabled) {
        entries.push(entry);
      }
    },
    entries: () => entries,
    clear: () => {
      entries = [];
    },
  };
}
