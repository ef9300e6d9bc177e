import { expect, test } from 'vitest';
import { holdsToken } from '../gateway/calls/token-form.ts';
import { tokenSamples } from '../src/domain/token/fixtures/token-samples.ts';
import { looksLikeToken } from '../src/domain/token/token-kinds.ts';

// The two share no code, but what a page keeps out of its memory, the gateway must not log either.
test.each(tokenSamples.filter(([text]) => looksLikeToken(text)))(
  '%# the gateway also recognises as a token: %s',
  (token) => {
    expect(holdsToken(token)).toBe(true);
  },
);
