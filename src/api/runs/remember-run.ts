import { isWrite } from '../../domain/rollout/rollout-plan.ts';
import type { KnownSecret } from '../../domain/rollout/rollout-kind.ts';
import type { RunRow } from '../../domain/rollout/run-rows.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { rememberChanges, type SecretChange } from '../browser-storage/change-remembered.ts';
import type { BulkRun } from './bulk-run.ts';

/**
 * At the end of a run, remembers what is known of a secret, once per tenant; `connectionOf` returns the tenant of the
 * targets that are that secret.
 */
export function rememberRun(
  run: BulkRun,
  secret: KnownSecret,
  connectionOf: (targetId: string) => Connection | undefined,
): void {
  const remembered = new Set<string>();
  run.store.subscribe(() => {
    const { phase, rows } = run.store.getSnapshot();
    if (phase !== 'ended') return;
    const changes = newChanges(rows, remembered, connectionOf);
    if (changes.length > 0) rememberChanges(changes, secret, new Date());
    for (const { connection } of changes) remembered.add(connection.id);
  });
}

const changeOf = { create: 'registered', update: 'rotated', delete: 'deleted' } as const;

function newChanges(
  rows: readonly RunRow[],
  remembered: ReadonlySet<string>,
  connectionOf: (targetId: string) => Connection | undefined,
): SecretChange[] {
  return rows.flatMap(({ targetId, action, state }) => {
    const connection = connectionOf(targetId);
    if (!connection || state !== 'done' || remembered.has(connection.id)) return [];
    return isWrite(action) ? [{ connection, change: changeOf[action] }] : [];
  });
}
