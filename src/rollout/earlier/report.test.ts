import { describe, expect, test } from 'vitest';
import { ApiError } from '../../domain/api-problem.ts';
import { run } from '../../ui/texts/en/runs/run.ts';
import { reportCsv, reportJson, type Report } from './report.ts';

const secret = 'not-a-real-token-4711';
const report: Report = {
  plan: {
    id: 'p1',
    kind: 'docker-registry-secret',
    operation: 'rollout',
    name: 'ghcr-pull',
    facts: {},
    policy: 'update',
    startedAt: '2026-11-21T10:00:00.000Z',
    steps: [],
  },
  rows: [
    {
      targetId: 'a',
      action: 'create',
      reason: 'absent',
      state: 'done',
      end: { state: 'done', how: 'written' },
    },
    {
      targetId: 'b',
      action: 'update',
      reason: 'present',
      state: 'failed',
      end: {
        state: 'failed',
        why: 'refused',
        problem: new ApiError({
          kind: 'http',
          status: 500,
          code: 'InternalError',
          message: secret,
          requestId: 'r-1',
        }),
      },
    },
    { targetId: 'c', action: 'blocked', reason: 'quota-exceeded', state: 'blocked' },
  ],
  labelOf: (id) => (id === 'a' ? '=Acme' : ''),
  texts: run,
};

test('the CSV has a line for each tenant', () => {
  expect(reportCsv(report).split('\r\n')).toEqual([
    '"tenant","label","action","state","detail","status","code","request id"',
    '"a","\'=Acme","create","done","","","",""',
    '"b","","update","failed","",500,"InternalError","r-1"',
    '"c","","blocked","blocked","Quota full.","","",""',
    '',
  ]);
});

test('the JSON says what was rolled out, and the outcome of each tenant', () => {
  expect(JSON.parse(reportJson(report))).toMatchObject({
    operation: 'rollout',
    kind: 'docker-registry-secret',
    name: 'ghcr-pull',
    policy: 'update',
    startedAt: '2026-11-21T10:00:00.000Z',
    tenants: [
      { tenantId: 'a', state: 'done' },
      { tenantId: 'b', state: 'failed', status: 500, requestId: 'r-1' },
      { tenantId: 'c', state: 'blocked' },
    ],
  });
});

describe('no report holds a server’s words, which might quote a credential', () => {
  test.each([
    ['CSV', reportCsv(report)],
    ['JSON', reportJson(report)],
  ])('%s', (_kind, text) => {
    expect(text).not.toContain(secret);
  });
});
