import { describe, expect, test } from 'vitest';
import { toKnownName } from './known-text.ts';
import { holdsToken, looksLikeToken } from './token-form.ts';

describe('looksLikeToken', () => {
  test.each([
    'docker-registry-secret-for-vision-prod-eu10-2026',
    'team-forecast.registry-pull-secret.eu20.2026-11-28',
    'a-name-that-is-as-long-as-ai-core-lets-one-be-which-is-63-signs',
  ])('is false for a long name: %s', (name) => {
    expect(looksLikeToken(name)).toBe(false);
    expect(toKnownName(name)).toBe(name);
  });

  test.each([
    'ghp_invented',
    'a1b2c3d4e5f6a7b8c9d0a1b2c3d4e5f6a7b8c9d0',
    'aB3-dE5_gH7-jK9_mN1-pQ3_sT5-vW7_yZ9-bC1_dE3',
    'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d-a1b2c3d4',
    'abcdefghijklmnopqrstuvwxyz-abcdefghijklmnop-1',
    'eyJhbGciOiJub25lIn0.e30.',
  ])('is true for %s', (token) => {
    expect(looksLikeToken(token)).toBe(true);
    expect(holdsToken(`the token is ${token}, isn't it`)).toBe(true);
  });

  test('is quick for a very long name', () => {
    expect(looksLikeToken(`${'a1-'.repeat(50_000)}!`)).toBe(false);
  });
});
