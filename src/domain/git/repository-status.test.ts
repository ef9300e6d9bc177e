import { expect, test } from 'vitest';
import { parseRepositoryStatus } from './repository-status.ts';

const cases = [
  ['COMPLETED', 'COMPLETED'],
  ['IN-PROGRESS', 'IN-PROGRESS'],
  ['ERROR', 'ERROR'],
  ['completed', 'UNKNOWN'],
  ['PENDING', 'UNKNOWN'],
  ['', 'UNKNOWN'],
  [undefined, 'UNKNOWN'],
] as const;

for (const [status, meaning] of cases) {
  test(`${status} is read as ${meaning}`, () => {
    expect(parseRepositoryStatus(status)).toBe(meaning);
  });
}
