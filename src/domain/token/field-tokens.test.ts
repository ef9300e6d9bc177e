import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { registryProviders } from '../registry/registry-providers.ts';
import { inventedEcrPassword } from './fixtures/invented-tokens.ts';
import { inspectToken } from './token-hints.ts';

/** What people enter as a registry's username and token, and what the check should report; `source` is the evidence. */
const caseSchema = z.strictObject({
  host: z.string(),
  username: z.string(),
  /** `ECR` means a password of Amazon ECR, which is as long as this whole file. */
  token: z.string(),
  provider: z.enum(registryProviders.map(({ id }) => id)).optional(),
  findings: z.array(z.string()),
  expected: z.string().optional(),
  kind: z.string().optional(),
  source: z.string(),
});
const cases = readFileSync(new URL('fixtures/field-tokens.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)));
const now = new Date('2026-11-21T12:00:00.000Z');

test.each(cases)('$host ($provider), $username, $token', ({ token, provider, findings, ...right }) => {
  const typed = token === 'ECR' ? inventedEcrPassword(now.getTime() / 1000 + 43_200) : token;
  const found = inspectToken(typed, { ...right, now, ...(provider && { provider }) });
  expect(found.map(({ code }) => code)).toEqual(findings);
  expect(found.flatMap((one) => ('expected' in one ? [one.expected] : []))).toEqual(
    right.expected === undefined ? [] : [right.expected],
  );
  const kinds = found.flatMap((one) => ('kind' in one ? [one.kind] : []));
  expect(right.kind === undefined || kinds.some((kind) => kind === right.kind)).toBe(true);
});

test('Amazon ECR Public names the command that prints its token', () => {
  const provider = registryProviders.find(({ id }) => id === 'ecr-public');
  expect(provider?.token.command).toContain('aws ecr-public');
});
