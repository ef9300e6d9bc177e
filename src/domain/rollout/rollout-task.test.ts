import { describe, expect, it, test } from 'vitest';
import { ApiError } from '../api-problem.ts';
import {
  beginTask,
  lastStep,
  nextStep,
  retryTask,
  type TaskEnd,
  type TaskAnswer,
  type TaskCall,
  type WriteTask,
} from './rollout-task.ts';

const http = (status: number, code?: string, retryAfterSeconds?: number) =>
  new ApiError({ kind: 'http', message: '', status, code, retryAfterSeconds, answeredBy: 'ai-core' });
/** A 404 from the gateway or anything else in front of AI Core. */
const unknownTenant = new ApiError({
  kind: 'http',
  message: '',
  status: 404,
  code: 'UnknownTenant',
  answeredBy: 'gateway',
});
const strangers404 = new ApiError({ kind: 'http', message: '', status: 404 });
const timeout = new ApiError({ kind: 'timeout', message: '' });
const network = new ApiError({ kind: 'network', message: '' });
const failed = (problem: ApiError): TaskAnswer => ({ kind: 'failed', problem });
const accepted: TaskAnswer = { kind: 'accepted' };
const present: TaskAnswer = { kind: 'present' };
const absent: TaskAnswer = { kind: 'absent' };

/** Answers one request after another; returns the requests and the end. */
function follow(task: WriteTask, answers: TaskAnswer[]): { calls: TaskCall[]; end: TaskEnd | undefined } {
  const calls: TaskCall[] = [];
  let current = task;
  for (const answer of answers) {
    calls.push(current.call);
    const step = nextStep(current, answer);
    if (step.kind === 'ended') return { calls, end: step.end };
    current = step.task;
  }
  return { calls: [...calls, current.call], end: undefined };
}

const written = { state: 'done', how: 'written' } as const;
const found = { state: 'done', how: 'found-after-loss' } as const;
const gone = { state: 'done', how: 'gone-already' } as const;
const refusedWith = (problem: ApiError): TaskEnd => ({ state: 'failed', why: 'refused', problem });

const unknownAfter = (problem: ApiError): TaskEnd => ({ state: 'failed', why: 'outcome-unknown', problem });

describe('create', () => {
  const create = beginTask('create', 'update');

  it.each([
    ['accepted', [accepted], ['create'], written],
    ['lost, and there', [failed(timeout), present], ['create', 'ask'], found],
    ['lost, and not there', [failed(timeout), absent, accepted], ['create', 'ask', 'create'], written],
    [
      'lost, not there when asked, there when created again',
      [failed(network), absent, failed(http(409))],
      ['create', 'ask', 'create'],
      found,
    ],
    [
      'lost, and the question lost as well',
      [failed(http(504, 'GatewayTimeout')), failed(network), present],
      ['create', 'ask', 'ask'],
      found,
    ],
    ['created by others since', [failed(http(409)), accepted], ['create', 'update'], written],
    [
      'refused for now, twice',
      [failed(http(429, 'TooManyRequests', 1)), failed(http(503)), accepted],
      ['create', 'create', 'create'],
      written,
    ],
  ] as const)('%s', (_case, answers, calls, end) => {
    expect(follow(create, [...answers])).toEqual({ calls, end });
  });

  it.each([http(403, 'QuotaExceeded'), http(400), http(502, 'UpstreamUnreachable')])(
    'ends with a clear refusal: $status $code',
    (problem) => {
      expect(follow(create, [failed(problem)]).end).toEqual({ state: 'failed', why: 'refused', problem });
    },
  );

  describe('after a server error the tenant is asked for the outcome, and the request is not repeated', () => {
    const problem = http(500);
    it.each([
      ['not there', 'update', [absent], ['create', 'ask'], refusedWith(problem)],
      ['there', 'skip', [present], ['create', 'ask'], found],
      ['there, and may be replaced', 'update', [present, accepted], ['create', 'ask', 'update'], written],
      ['asking fails too', 'stop', [failed(problem)], ['create', 'ask'], unknownAfter(problem)],
    ] as const)('%s, under %s', (_case, policy, answers, calls, end) => {
      expect(follow(beginTask('create', policy), [failed(problem), ...answers])).toEqual({ calls, end });
    });
  });

  test('a repository of that name with another address is never updated', () => {
    const problem = http(409, 'NameTaken');
    expect(follow(create, [failed(problem)]).end).toEqual({ state: 'failed', why: 'refused', problem });
  });

  test.each([
    ['skip', { state: 'skipped', why: 'present' }],
    ['stop', { state: 'failed', why: 'present' }],
  ] as const)('created by others since, under %s', (policy, end) => {
    expect(follow(beginTask('create', policy), [failed(http(409))]).end).toEqual(end);
  });

  test('a question refused after a loss leaves the outcome unknown', () => {
    const problem = http(403);
    expect(follow(create, [failed(timeout), failed(problem)]).end).toEqual({
      state: 'failed',
      why: 'outcome-unknown',
      problem,
    });
  });

  test('is given up after four losses, never created twice in a row', () => {
    const lost = Array.from({ length: 4 }, () => failed(timeout));
    const { calls, end } = follow(create, lost);
    expect(calls).toEqual(['create', 'ask', 'ask', 'ask']);
    expect(end).toEqual({ state: 'failed', why: 'outcome-unknown', problem: timeout });
  });

  test('is given up after six refusals', () => {
    const problem = http(503, undefined, 1);
    const { calls, end } = follow(
      create,
      Array.from({ length: 6 }, () => failed(problem)),
    );
    expect(calls).toHaveLength(6);
    expect(end).toEqual({ state: 'failed', why: 'refused', problem });
  });
});

describe('update', () => {
  it.each([
    ['accepted', [accepted], ['update'], written],
    ['lost, so repeated', [failed(timeout), accepted], ['update', 'update'], written],
    ['deleted by others since', [failed(http(404)), accepted], ['update', 'create'], written],
    ['not known to the gateway', [failed(unknownTenant)], ['update'], refusedWith(unknownTenant)],
    ['a 404 of a stranger', [failed(strangers404)], ['update'], refusedWith(strangers404)],
  ] as const)('%s', (_case, answers, calls, end) => {
    expect(follow(beginTask('update', 'update'), [...answers])).toEqual({ calls, end });
  });
});

test.each(['update', 'delete'] as const)('%s: after a server error the outcome is unknown', (action) => {
  const problem = http(500);
  const { calls, end } = follow(beginTask(action, 'update'), [failed(problem)]);
  expect({ calls, end }).toEqual({ calls: [action], end: unknownAfter(problem) });
});

test.each([
  ['create', [409, 404], ['create', 'update']],
  ['update', [404, 409], ['update', 'create']],
] as const)('%s does not loop when answers contradict each other', (action, statuses, calls) => {
  const answers = statuses.map((status) => failed(http(status)));
  expect(follow(beginTask(action, 'update'), answers)).toMatchObject({ calls, end: { state: 'failed' } });
});

describe('delete', () => {
  it.each([
    ['accepted', [accepted], ['delete'], written],
    ['gone already', [failed(http(404))], ['delete'], gone],
    ['lost, and done', [failed(network), failed(http(404))], ['delete', 'delete'], gone],
    ['not known to the gateway', [failed(unknownTenant)], ['delete'], refusedWith(unknownTenant)],
    ['a 404 of a stranger', [failed(strangers404)], ['delete'], refusedWith(strangers404)],
  ] as const)('%s', (_case, answers, calls, end) => {
    expect(follow(beginTask('delete', 'update'), [...answers])).toEqual({ calls, end });
  });
});

describe.each(['create', 'update', 'delete'] as const)(
  '%s, asked to wait longer than a run allows',
  (action) => {
    test.each([61, 3_000_000, 99_999_999_999, Number.POSITIVE_INFINITY])(
      '%d s: it fails at once',
      (seconds) => {
        const problem = http(429, undefined, seconds);
        const end = { state: 'failed', why: 'refused', problem };
        expect(nextStep(beginTask(action, 'update'), failed(problem))).toEqual({ kind: 'ended', end });
      },
    );

    test('after a loss: the outcome of the first request is unknown', () => {
      const problem = http(503, undefined, 61);
      const end = { state: 'failed', why: 'outcome-unknown', problem };
      expect(follow(beginTask(action, 'update'), [failed(timeout), failed(problem)]).end).toEqual(end);
    });
  },
);

describe('the wait', () => {
  test('is the one that the server asked for', () => {
    const step = nextStep(beginTask('create', 'update'), failed(http(429, undefined, 60)));
    expect(step).toMatchObject({ kind: 'later', afterMs: 60_000, askedSeconds: 60 });
  });

  test('doubles if it asked for none, up to half a minute', () => {
    const waits = [0, 1, 2, 3, 4].map((refused) => {
      const step = nextStep({ ...beginTask('create', 'update'), refused }, failed(http(503)));
      return step.kind === 'later' ? step.afterMs : undefined;
    });
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000]);
  });

  test('grows with each loss', () => {
    const waits = [0, 1, 2].map((lost) => {
      const step = nextStep({ ...beginTask('update', 'update'), lost }, failed(timeout));
      return step.kind === 'call' ? step.afterMs : undefined;
    });
    expect(waits).toEqual([250, 500, 1000]);
  });
});

describe('retryTask', () => {
  const ends = {
    refused: { state: 'failed', why: 'refused', problem: http(403) },
    failed: { state: 'failed', why: 'refused', problem: http(500) },
    lost: { state: 'failed', why: 'outcome-unknown', problem: timeout },
  } as const;
  it.each([
    ['create', 'update', 'refused', { call: 'create', unsure: false }],
    ['create', 'update', 'failed', { call: 'ask', unsure: false }],
    ['create', 'skip', 'failed', { call: 'ask', unsure: true }],
    ['create', 'update', 'lost', { call: 'ask', unsure: true }],
    ['update', 'update', 'lost', { call: 'update', unsure: false }],
    ['delete', 'update', 'lost', { call: 'delete', unsure: false }],
  ] as const)('%s under %s that was %s', (action, policy, how, next) => {
    const spent = { ...beginTask(action, policy), lost: 4, refused: 5 };
    expect(retryTask(spent, ends[how])).toEqual({ action, policy, lost: 0, refused: 0, ...next });
  });

  test('asked, and present: updated under `update`', () => {
    const task = retryTask(beginTask('create', 'update'), ends.failed);
    expect(follow(task, [present, accepted])).toEqual({ calls: ['ask', 'update'], end: written });
  });
});

describe('lastStep', () => {
  const cancelled = { state: 'cancelled' } as const;
  const asking = { ...beginTask('create', 'update'), call: 'ask', unsure: true } as const;
  const askingAfterDelete = { ...beginTask('delete', 'update'), call: 'ask' } as const;
  it.each([
    ['what was accepted is done', beginTask('create', 'update'), accepted, written],
    ['what was refused for now is not repeated', beginTask('create', 'update'), failed(http(429)), cancelled],
    ['what others created is not updated', beginTask('create', 'update'), failed(http(409)), cancelled],
    [
      'what failed has failed',
      beginTask('update', 'update'),
      failed(http(403)),
      {
        state: 'failed',
        why: 'refused',
        problem: http(403),
      },
    ],
    ['there after a loss', asking, present, found],
    ['not there after a loss', asking, absent, cancelled],
    ['still there after a lost deletion', askingAfterDelete, present, cancelled],
    ['gone after a lost deletion', askingAfterDelete, absent, gone],
    [
      'a lost update',
      beginTask('update', 'update'),
      failed(timeout),
      {
        state: 'failed',
        why: 'outcome-unknown',
        problem: timeout,
      },
    ],
  ] as const)('%s', (_case, task, answer, end) => {
    expect(lastStep(task, answer)).toEqual({ kind: 'ended', end });
  });

  it.each([
    ['a lost creation', beginTask('create', 'update'), timeout],
    ['a lost deletion', beginTask('delete', 'update'), timeout],
    ['a lost question', asking, timeout],
    ['a question that is to be put later', asking, http(429)],
  ] as const)('%s is asked for', (_case, task, problem) => {
    expect(lastStep(task, failed(problem))).toMatchObject({ task: { call: 'ask' } });
  });
});
