import { describe, expect, it } from 'vitest';
import { decisiveOutcome, isFailure, totalMs, traceOf } from './check-outcome.ts';
import type { CheckOutcome, CheckReason, CheckStep, CheckVerdict } from './check-outcome.ts';

const outcome = (
  verdict: CheckVerdict,
  step: CheckStep = 'login',
  reason: CheckReason = 'accepted',
): CheckOutcome => ({ verdict, step, reason, ms: 100 });
const target = (name: string, verdict: CheckVerdict) => ({ name, ...outcome(verdict, 'target') });

describe('decisiveOutcome', () => {
  it.each([
    [[], 'accepted', 'accepted'],
    [['usable'], 'accepted', 'usable'],
    [['usable', 'not-usable'], 'accepted', 'not-usable'],
    [['usable', 'unsure'], 'accepted', 'unsure'],
    [['unsure', 'not-usable'], 'accepted', 'not-usable'],
    [[], 'rejected', 'rejected'],
    [[], 'unsure', 'unsure'],
    [['usable'], 'unsure', 'unsure'],
  ] as const)('images %j with a login that is %s: %s', (images, login, expected) => {
    const targets = images.map((verdict) => target('team/app:1', verdict));
    expect(decisiveOutcome({ login: outcome(login), targets }).verdict).toBe(expected);
  });

  it('a public image works, although the login is not proven', () => {
    const login = outcome('unsure', 'login', 'anonymous');
    expect(decisiveOutcome({ login, targets: [target('team/app:1', 'usable')] }).verdict).toBe('usable');
  });
});

describe('traceOf', () => {
  it.each([
    ['unreachable', 'reach', ['failed', 'open', 'open', 'open']],
    ['other-service', 'service', ['passed', 'failed', 'open', 'open']],
    ['rejected', 'login', ['passed', 'passed', 'failed', 'open']],
    ['accepted', 'login', ['passed', 'passed', 'passed', 'open']],
    ['unsure', 'login', ['passed', 'passed', 'unsure', 'open']],
    ['usable', 'target', ['passed', 'passed', 'passed', 'passed']],
    ['not-usable', 'target', ['passed', 'passed', 'passed', 'failed']],
  ] as const)('%s at %s', (verdict, step, states) => {
    expect(traceOf(outcome(verdict, step)).map(({ state }) => state)).toEqual(states);
  });
});

it('the time includes the login and every image', () => {
  expect(
    totalMs({ login: outcome('accepted'), targets: [target('a', 'usable'), target('b', 'usable')] }),
  ).toBe(300);
});

it.each([
  ['unreachable', true],
  ['other-service', true],
  ['rejected', true],
  ['not-usable', true],
  ['unsure', false],
  ['accepted', false],
  ['usable', false],
] as const)('%s is a failure: %s', (verdict, expected) => {
  expect(isFailure(outcome(verdict))).toBe(expected);
});
