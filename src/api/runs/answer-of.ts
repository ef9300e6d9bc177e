import { toApiError } from '../../domain/api-problem.ts';
import type { TaskAnswer } from '../../domain/rollout/rollout-task.ts';

/** Sends one request of a run; a failure is an answer too. */
export async function answerOf(
  send: () => Promise<Exclude<TaskAnswer['kind'], 'failed'>>,
): Promise<TaskAnswer> {
  try {
    return { kind: await send() };
  } catch (error) {
    return { kind: 'failed', problem: toApiError(error) };
  }
}
