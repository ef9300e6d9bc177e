import type { BulkRun } from '../../api/runs/bulk-run.ts';
import { rememberChanges, type SecretChange } from '../../api/browser-storage/remembered-secrets.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { isWrite } from '../../domain/rollout/rollout-plan.ts';
import type { KnownSecret } from '../../domain/rollout/rollout-kind.ts';
import type { RunRow } from '../../domain/rollout/run-rows.ts';

/** Has what is known of a secret remembered at the end of a run, for each tenant once. */
export function rememberRun(
  run: BulkRun,
  secret: KnownSecret,
  connections: ReadonlyMap<string, Connection>,
): void {
  const remembered = new Set<string>();
  run.store.subscribe(() => {
    const { phase, rows } = run.store.getSnapshot();
    if (phase !== 'ended') return;
    const changes = newChanges(rows, remembered, connections);
    if (changes.length > 0) rememberChanges(changes, secret, new Date());
    for (const { connection } of changes) remembered.add(connection.id);
  });
}

const changeOf = { create: 'registered', update: 'rotated', delete: 'deleted' } as const;

function newChanges(
  rows: readonly RunRow[],
  remembered: ReadonlySet<string>,
  connections: ReadonlyMap<string, Connection>,
): SecretChange[] {
  return rows.flatMap(({ targetId, action, state }) => {
    const connection = connections.get(targetId);
    if (!connection || state !== 'done' || remembered.has(targetId)) return [];
    return isWrite(action) ? [{ connection, change: changeOf[action] }] : [];
  });
}
