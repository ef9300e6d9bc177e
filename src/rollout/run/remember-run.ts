import type { BulkRun } from '../../api/runs/bulk-run.ts';
import { rememberChanges, type SecretChange } from '../../api/browser-storage/remembered-secrets.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import { isWrite } from '../../domain/rollout/rollout-plan.ts';
import type { RunRow } from '../../domain/rollout/run-rows.ts';
import { knownRegistries } from '../../domain/token/username-credential.ts';
import type { RolloutRequest } from '../rollout-request.ts';

/** Has this browser remember, at the end of a run, what was done to a secret; each tenant once. */
export function rememberRun(
  run: BulkRun,
  request: RolloutRequest,
  connections: ReadonlyMap<string, Connection>,
): void {
  if (request.kind !== 'secret') return;
  const credential = request.credential?.kind === 'secret' ? request.credential : undefined;
  const secret = {
    name: request.name,
    registries: knownRegistries(credential?.entries ?? []),
    expiresAt: credential?.expiresAt,
  };
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
