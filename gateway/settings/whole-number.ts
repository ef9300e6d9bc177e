import * as z from 'zod';

/** A variable that is a whole number from `least` to `most`. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** What to say if it is not. */
export function wholeNumberRule(least: number, most: number): string {
  return `must be a whole number from ${least} to ${most}`;
}
