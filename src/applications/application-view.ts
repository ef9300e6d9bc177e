import type { Application, FollowedStatus } from '../api/applications.ts';
import {
  findApplicationProblem,
  type ApplicationProblem,
  type ProblemContext,
} from '../domain/application/application-problem.ts';
import { judgeApplication, type ApplicationState } from '../domain/application/application-status.ts';

/** An application with its status; everything but the application is undefined until the status was read. */
export interface ApplicationView {
  readonly application: Application;
  readonly status: FollowedStatus | undefined;
  readonly state: ApplicationState | undefined;
  readonly problem: ApplicationProblem | undefined;
  /** Why there is no status. */
  readonly error: Error | undefined;
}

interface StatusAnswer {
  readonly data: FollowedStatus | undefined;
  readonly error: Error | null;
}

/** Combines what is known. A problem from before a change is not shown while AI Core picks up the change. */
export function viewApplication(
  application: Application,
  { data: status, error }: StatusAnswer,
  context: ProblemContext,
): ApplicationView {
  if (status === undefined) {
    return { application, status, state: undefined, problem: undefined, error: error ?? undefined };
  }
  if (status.awaiting !== undefined)
    return { application, status, state: 'syncing', problem: undefined, error: undefined };
  const problem = findApplicationProblem(application, status, context);
  const state = judgeApplication(status, problem !== undefined);
  return { application, status, state, problem, error: undefined };
}
