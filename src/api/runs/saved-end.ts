import { z } from 'zod/mini';
import { ApiError } from '../../domain/api-problem.ts';
import type { TaskEnd } from '../../domain/rollout/rollout-task.ts';

/** A problem without the server's own message, which might quote what was sent. */
const problemSchema = z.object({
  kind: z.enum(['http', 'network', 'timeout', 'contract', 'sign-in']),
  status: z.optional(z.number()),
  code: z.optional(z.string()),
  requestId: z.optional(z.string()),
  retryAfterSeconds: z.optional(z.number()),
  answeredBy: z.optional(z.enum(['ai-core', 'gateway'])),
});

/** The outcome of a step, as this browser stores it. */
export const savedEndSchema = z.union([
  z.object({
    state: z.enum(['done']),
    how: z.enum(['written', 'found-after-loss', 'gone-already']),
  }),
  z.object({ state: z.enum(['skipped']), why: z.enum(['present']) }),
  z.object({ state: z.enum(['cancelled']) }),
  z.object({
    state: z.enum(['failed']),
    why: z.enum(['refused', 'present', 'outcome-unknown', 'needs']),
    problem: z.optional(problemSchema),
  }),
]);

type SavedEnd = z.infer<typeof savedEndSchema>;

export function toSavedEnd(end: TaskEnd): SavedEnd {
  if (end.state !== 'failed' || !end.problem) return end;
  const { kind, status, code, requestId, retryAfterSeconds, answeredBy } = end.problem;
  // JSON has no infinite numbers.
  const wait =
    retryAfterSeconds === undefined ? undefined : Math.min(retryAfterSeconds, Number.MAX_SAFE_INTEGER);
  const problem = { kind, status, code, requestId, retryAfterSeconds: wait, answeredBy };
  return { state: 'failed', why: end.why, problem };
}

export function fromSavedEnd(saved: SavedEnd): TaskEnd {
  if (saved.state !== 'failed') return saved;
  const { state, why, problem } = saved;
  return { state, why, ...(problem && { problem: new ApiError({ ...problem, message: '' }) }) };
}
