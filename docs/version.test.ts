import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const { version, license } = z
  .object({ version: z.string(), license: z.string() })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

test('the licence is the one that package.json names', () => {
  expect(license).toBe('Apache-2.0');
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^\s*Apache License\s+Version 2\.0,/);
});

test.each([
  ['CHANGELOG.md', `## ${version}\n`],
  ['Containerfile', `ARG VERSION=${version}\n`],
  ['compose.yaml', `image: aicore-registry-console:${version}\n`],
  ['deploy/helm/aicore-registry-console/Chart.yaml', `version: ${version}\nappVersion: ${version}\n`],
  ['deploy/cloud-foundry/mta.yaml', `\nversion: ${version}\n`],
  ['deploy/cloud-foundry/mta.yaml', `aicore-registry-console-${version}.tgz`],
  ['deploy/cloud-foundry/without-gateway/mta.yaml', `\nversion: ${version}\n`],
  ['deploy/cloud-foundry/package.json', `"version": "${version}"`],
  ['deploy/cloud-foundry/without-gateway/approuter/package.json', `"version": "${version}"`],
  ['README.md', `aicore-registry-console-${version}.tgz`],
  ['docs/deploy/npx.md', `aicore-registry-console-${version}.tgz`],
  ['docs/deploy/container.md', `aicore-registry-console:${version}`],
])('%s names this version', (file, text) => {
  expect(readFileSync(file, 'utf8')).toContain(text);
});
