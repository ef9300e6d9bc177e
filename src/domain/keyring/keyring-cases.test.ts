import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { explainImage, matchImage } from './keyring.ts';

const caseSchema = z.object({
  auths: z.unknown(),
  image: z.string(),
  matchedKeys: z.array(z.string()),
  usernames: z.array(z.string()),
  note: z.string(),
});

/** The answers of Kubernetes' own keyring, one JSON object per line. */
const cases = readFileSync(new URL('./fixtures/keyring-cases.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => caseSchema.parse(JSON.parse(line)));

describe('the keyring agrees with Kubernetes', () => {
  it('has all recorded cases', () => {
    expect(cases).toHaveLength(120);
  });

  it.each(cases)('$note: $image', ({ auths, image, matchedKeys, usernames }) => {
    expect(matchImage(auths, image)).toEqual(matchedKeys);
    const explanation = explainImage(auths, image);
    const entries = 'entries' in explanation ? explanation.entries : [];
    expect(entries.map((entry) => entry.key)).toEqual(matchedKeys);
    expect(entries.map((entry) => entry.username)).toEqual(usernames);
  });
});
