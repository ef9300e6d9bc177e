import { describe, expect, test } from 'vitest';
import type { CheckOutcome, CheckResult } from '../../domain/check/check-outcome.ts';
import { checkStanding } from './check-standing.ts';
import type { CheckState, CheckSubject } from './check-subject.ts';

const one: CheckSubject = { address: 'ghcr.io', username: 'jane', password: 'not-a-real-token' };
const two: CheckSubject = { ...one, address: 'quay.io' };

const outcome = (changes: Partial<CheckOutcome> = {}): CheckOutcome => ({
  verdict: 'accepted',
  reason: 'accepted',
  step: 'login',
  ms: 1,
  ...changes,
});
const done = (subject: CheckSubject, result: Partial<CheckResult> = {}): CheckState => ({
  kind: 'done',
  subject,
  result: { login: outcome(), targets: [], ...result },
});
const rejected = { login: outcome({ verdict: 'rejected', reason: 'rejected' }) };
const missing = { targets: [{ ...outcome({ verdict: 'not-usable', reason: 'no-revision' }), name: 'main' }] };

describe('the check of a form', () => {
  test.each<[string, CheckState[], string]>([
    ['has not been asked for', [], 'open'],
    ['has one part alone', [done(one)], 'open'],
    ['is under way', [done(one), { kind: 'running' }], 'open'],
    ['lacks a token', [done(one), { kind: 'incomplete' }], 'open'],
    ['is whole', [done(one), done(two)], 'passed'],
    ['was of another token', [done(one), done({ ...two, password: 'another' })], 'changed'],
    ['got no answer', [done(one), { kind: 'failed', error: new Error('planted') }], 'unsure'],
    [
      'could not tell',
      [done(one), done(two, { login: outcome({ verdict: 'unsure', reason: 'anonymous' }) })],
      'unsure',
    ],
    ['found what does not work, before all else', [done(one, rejected)], 'failed'],
    ['was of what is not there any more', [done(one), done({ ...two, username: 'jo' }, rejected)], 'changed'],
    ['found an image that cannot be pulled', [done(one, missing), done(two)], 'failed'],
  ])('%s', (_name, [first, second], expected) => {
    const states = new Map<string, CheckState>();
    if (first) states.set(one.address, first);
    if (second) states.set(two.address, second);
    expect(checkStanding({ kind: 'registry', states }, [one, two])).toBe(expected);
  });

  test('of a repository does not fail for a revision that is not there', () => {
    const states = new Map([[one.address, done(one, missing)]]);
    expect(checkStanding({ kind: 'repository', states }, [one])).toBe('passed');
  });

  test('of an empty form is open', () => {
    expect(checkStanding({ kind: 'registry', states: new Map() }, [])).toBe('open');
  });
});
