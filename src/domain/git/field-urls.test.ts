import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { checkRepositoryUrl } from './repository-url.ts';

/** What people enter as a repository's URL, and what the check should report; `source` is the evidence. */
const caseSchema = z.strictObject({
  text: z.string(),
  problem: z.string().optional(),
  suggestion: z.string().optional(),
  warning: z.string().optional(),
  url: z.string().optional(),
  source: z.string(),
});
const cases = readFileSync(new URL('fixtures/field-urls.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)));

test.each(cases)('$text', ({ text, problem, suggestion, warning, url }) => {
  const check = checkRepositoryUrl(text);
  const [first, ...others] = check.problem ? [check.problem] : check.warnings;
  expect(first?.code).toBe(problem ?? warning);
  expect(first && 'suggestion' in first ? first.suggestion : undefined).toBe(suggestion);
  expect(others).toEqual([]);
  expect(check.url).toBe(problem === undefined ? (url ?? text) : undefined);
});
