import { describe, expect, it } from 'vitest';
import { ApiError, leavesOutcomeOpen, mayHaveTakenEffect, saysAbsent, toApiError } from './api-problem.ts';

const http = (status: number, code?: string) => new ApiError({ kind: 'http', message: '', status, code });
const of = (kind: ApiError['kind'], status?: number) => new ApiError({ kind, message: '', status });

describe('mayHaveTakenEffect', () => {
  it.each([
    [of('timeout'), true],
    [of('network'), true],
    [of('contract', 202), true],
    [of('sign-in', 401), false],
    [http(504, 'GatewayTimeout'), true],
    [http(502, 'UpstreamReset'), true],
    [http(502, 'UpstreamMalformed'), true],
    [http(502), true],
    [http(408), true],
    [http(502, 'UpstreamUnreachable'), false],
    [http(502, 'TokenRequestFailed'), false],
    [http(500), false],
    [http(429), false],
    [http(409), false],
  ] as const)('%j: %s', (error, expected) => {
    expect(mayHaveTakenEffect(error)).toBe(expected);
  });
});

describe('leavesOutcomeOpen', () => {
  it.each([
    [of('timeout'), true],
    [http(502, 'UpstreamReset'), true],
    [http(500), true],
    [http(502, 'UpstreamUnreachable'), false],
    [http(503, 'StoreUnavailable'), true],
    [http(503, 'TenantBusy'), false],
    [http(503), false],
    [http(403), false],
    [of('sign-in', 401), false],
  ] as const)('%j: %s', (error, expected) => {
    expect(leavesOutcomeOpen(error)).toBe(expected);
  });
});

describe('saysAbsent', () => {
  it.each([
    ['AI Core', { status: 404, answeredBy: 'ai-core' }, true],
    ['the gateway', { status: 404, answeredBy: 'gateway' }, false],
    ['something in between', { status: 404, answeredBy: undefined }, false],
    ['AI Core, of something else', { status: 410, answeredBy: 'ai-core' }, false],
  ] as const)('%s', (_who, problem, expected) => {
    expect(saysAbsent(new ApiError({ kind: 'http', message: '', ...problem }))).toBe(expected);
  });
});

it('treats any other thrown value as a broken contract, and drops its message', () => {
  expect(toApiError(new TypeError('s3cret'))).toMatchObject({ kind: 'contract', message: '' });
  expect(toApiError(of('network'))).toMatchObject({ kind: 'network' });
});
