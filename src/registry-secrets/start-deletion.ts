import { forgetSecret } from '../api/browser-storage/change-remembered.ts';
import { deleteObject, objectExists } from '../api/named-objects.ts';
import type { Clock } from '../api/pacing/paced-queue.ts';
import { answerOf } from '../api/runs/answer-of.ts';
import { BulkRun } from '../api/runs/bulk-run.ts';
import type { Connection } from '../domain/connection/connection.ts';

interface DeletionOptions {
  readonly connection: Connection;
  readonly names: readonly string[];
  /** Refetches the list at the end. */
  readonly refresh: () => Promise<void>;
  readonly clock?: Clock;
}

/** Starts deleting many secrets of one tenant, and forgets what was remembered of them. */
export function startDeletion(options: DeletionOptions): BulkRun {
  const { connection, names, refresh, clock } = options;
  const run = new BulkRun({
    steps: names.map((name) => ({ targetId: name, action: 'delete', reason: 'present' })),
    policy: 'update',
    send: (name, call) =>
      answerOf(async () => {
        if (call === 'ask')
          return (await objectExists(connection, 'dockerRegistrySecrets', name)) ? 'present' : 'absent';
        await deleteObject(connection, 'dockerRegistrySecrets', name);
        return 'accepted';
      }),
    connectionOf: () => connection,
    clock,
    onProgress: (name, progress) => {
      if (progress === 'done') forgetSecret(connection, name);
    },
  });
  run.store.subscribe(() => {
    if (run.store.getSnapshot().phase === 'ended') void refresh();
  });
  run.start();
  return run;
}
