import { createHash } from 'node:crypto';

/** A UUID that is always the same for the same words, so that tests and screenshots are repeatable. */
export function fixedUuid(...words: string[]): string {
  const hex = createHash('sha256').update(words.join('\n')).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** Returns a function that counts up and returns each number in the form of a UUID. */
export function createIdSequence(): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
  };
}
