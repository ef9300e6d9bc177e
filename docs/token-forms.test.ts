import { expect, test } from 'vitest';
import { holdsToken } from '../gateway/calls/token-form.ts';
import { tokenSamples } from '../src/domain/token/fixtures/token-samples.ts';
import { looksLikeToken } from '../src/domain/token/token-kinds.ts';

// Neither shares code with the other: what a page keeps to itself, the gateway must not write down.
test.each(tokenSamples.filter(([text]) => looksLikeToken(text)))(
  '%# the gateway takes for a token too: %s',
  (token) => {
    expect(holdsToken(token)).toBe(true);
  },
);
