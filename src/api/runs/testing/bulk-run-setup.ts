import { vi } from 'vitest';
import { ApiError } from '../../../domain/api-problem.ts';
import type { ExistingPolicy, RolloutAction } from '../../../domain/rollout/rollout-plan.ts';
import type { TaskAnswer, TaskCall } from '../../../domain/rollout/rollout-task.ts';
import { FakeClock } from '../../pacing/testing/fake-clock.ts';
import { BulkRun } from '../bulk-run.ts';

vi.stubGlobal('location', new URL('https://console.example.com/'));

export const problem = (status: number, retryAfterSeconds?: number): TaskAnswer => ({
  kind: 'failed',
  problem: new ApiError({ kind: 'http', status, message: '', retryAfterSeconds }),
});
export const lost = (kind: ApiError['kind']): TaskAnswer => ({
  kind: 'failed',
  problem: new ApiError({ kind, message: '' }),
});

interface Setting {
  readonly actions?: readonly RolloutAction[];
  readonly policy?: ExistingPolicy;
  /** A target's answers to its first request, its second one and so on; after them it accepts. */
  readonly answers?: Readonly<Record<string, TaskAnswer[]>>;
  readonly takesToken?: boolean;
  /** The target that stops answering. */
  readonly hangs?: readonly string[];
  /** What each target needs, by its number. */
  readonly needs?: Readonly<Record<number, readonly string[]>>;
}

/** A run over targets t0, t1, … that take 150 ms per answer, six at once. */
export function setUp({
  actions = [],
  policy = 'update',
  answers = {},
  takesToken = false,
  hangs = [],
  needs = {},
}: Setting) {
  const clock = new FakeClock();
  const calls: { targetId: string; call: TaskCall; at: number }[] = [];
  const progress = new Map<string, string[]>();
  const run = new BulkRun({
    steps: actions.map((action, index) => ({
      targetId: `t${index}`,
      action,
      reason: 'absent',
      needs: needs[index] ?? [],
    })),
    policy,
    send: async (targetId, call) => {
      calls.push({ targetId, call, at: clock.now() });
      await clock.wait(hangs.includes(targetId) ? 60_000 : 150);
      return answers[targetId]?.shift() ?? { kind: call === 'ask' ? 'absent' : 'accepted' };
    },
    connectionOf: (id) => ({ id, label: id, baseUrl: '/api', auth: takesToken ? 'bearer' : 'proxy' }),
    clock,
    onProgress: (targetId, step) => progress.set(targetId, [...(progress.get(targetId) ?? []), step]),
  });
  const row = (targetId: string) => run.store.getSnapshot().rows.find((one) => one.targetId === targetId);
  const callsOf = (targetId: string) =>
    calls.filter((one) => one.targetId === targetId).map(({ call }) => call);
  return { clock, run, calls, row, callsOf, progress };
}

export const creates = (count: number): RolloutAction[] => Array.from({ length: count }, () => 'create');
