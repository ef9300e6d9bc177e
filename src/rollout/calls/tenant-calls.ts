import { answerOf } from '../../api/runs/answer-of.ts';
import type { Connection } from '../../domain/connection/connection.ts';
import type { TaskAnswer, TaskCall } from '../../domain/rollout/rollout-task.ts';
import type { RolloutRequest, TenantCalls } from '../rollout-request.ts';
import { repositoryCalls } from './repository-calls.ts';
import { secretCalls } from './secret-calls.ts';

/** The calls that carry out a request. They hold its credential: keep them in the page's memory only. */
export function tenantCalls(request: RolloutRequest): TenantCalls {
  return request.kind === 'secret' ? secretCalls(request) : repositoryCalls(request);
}

/** Sends one request of a run to one tenant. */
export function sendCall(calls: TenantCalls, connection: Connection, call: TaskCall): Promise<TaskAnswer> {
  return answerOf(async () => {
    switch (call) {
      case 'ask':
        return (await calls.exists(connection)) ? 'present' : 'absent';
      case 'create':
        await calls.create(connection);
        break;
      case 'update':
        await calls.update(connection);
        break;
      case 'delete':
        await calls.remove(connection);
        break;
    }
    return 'accepted';
  });
}
