import { beforeEach, expect, test } from 'vitest';
import { stubStorage } from '../api/browser-storage/testing/stub-storage.ts';
import type { Connection } from '../domain/connection/connection.ts';
import type { SecretReads } from './matrix-rows.ts';

const stored = stubStorage();
const { keepAnswers, readKeptAnswers } = await import('./kept-answers.ts');

const acme: Connection = { id: 'acme', label: 'Acme', baseUrl: '/acme', auth: 'proxy' };
const bearer: Connection = { ...acme, id: 'bearer', auth: 'bearer' };
const value = { names: new Set(['ghcr']), quota: { used: 1, max: undefined } };
const reads: SecretReads = new Map([
  ['acme', { status: 'read', readAt: 1234, value }],
  ['bearer', { status: 'read', readAt: 1234, value }],
  ['silent', { status: 'waiting' }],
]);

beforeEach(() => stored.clear());

test('an answer is there again, with its time', () => {
  keepAnswers([acme, { ...acme, id: 'silent' }], reads);
  expect([...readKeptAnswers([acme])]).toEqual([['acme', { value, readAt: expect.closeTo(1234, 0) }]]);
});

test('it counts for its own address only, and never for a token that may be another tenant’s', () => {
  keepAnswers([acme, bearer], reads);
  expect(readKeptAnswers([{ ...acme, baseUrl: '/elsewhere' }, bearer]).size).toBe(0);
});
