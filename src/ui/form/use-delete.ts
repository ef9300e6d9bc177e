import { saysAbsent } from '../../domain/api-problem.ts';
import { useWrite, type Write, type WriteSuccess } from './use-write.ts';

interface DeleteOptions {
  readonly send: (name: string) => Promise<void>;
  /** Whether it is still there, where no answer came. */
  readonly isThere: (name: string) => Promise<boolean>;
  /** It may be listed for a while after AI Core has agreed, so that being there proves nothing. */
  readonly goesSlowly?: boolean;
  readonly refresh: () => Promise<unknown>;
  readonly onDeleted: (how: WriteSuccess, name: string) => void;
}

/** The deletion of one thing by its name. That it is absent already is as good as done. */
export function useDelete(options: DeleteOptions): Write<string> {
  const { send, isThere, goesSlowly = false, refresh, onDeleted } = options;
  const whileThere = goesSlowly ? 'unknown' : 'not-done';
  return useWrite<string>({
    send,
    saysDone: saysAbsent,
    findOut: async (name) => ((await isThere(name)) ? whileThere : 'done'),
    refresh,
    onDone: (name, how) => onDeleted(how, name),
  });
}
