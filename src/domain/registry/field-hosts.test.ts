import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { recogniseProvider } from './provider-host.ts';
import { checkRegistryHost } from './registry-host.ts';

/** What people enter as a host, and what the check should report; `source` is the evidence. */
const caseSchema = z.strictObject({
  host: z.string(),
  provider: z.string().default('other'),
  problem: z.string().optional(),
  suggestion: z.string().optional(),
  warning: z.string().optional(),
  kind: z.string().optional(),
  source: z.string(),
});
const cases = readFileSync(new URL('fixtures/field-hosts.jsonl', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => caseSchema.parse(JSON.parse(line)));

test.each(cases)('$host', ({ host, provider, problem, suggestion, warning, kind }) => {
  const check = checkRegistryHost(host);
  expect(check.problem).toEqual(problem && { code: problem, ...(suggestion && { suggestion }) });
  expect(check.warnings.map(({ code }) => code)).toEqual(warning === undefined ? [] : [warning]);
  expect(check.warnings.flatMap((found) => ('kind' in found ? [found.kind] : []))).toEqual(
    kind ? [kind] : [],
  );
  expect(recogniseProvider(host).id).toBe(provider);
});
