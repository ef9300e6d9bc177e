/** The start of every label key that a customer may set. */
export const labelPrefix = 'ext.ai.sap.com/';

const maxKeyEndLength = 48;
const maxValueLength = 5000;

/** A label as in the admin API. */
export interface ResourceGroupLabel {
  readonly key: string;
  readonly value: string;
}

export type LabelKeyProblem =
  | { readonly code: 'empty' | 'bad-edge' | 'taken' }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number }
  | { readonly code: 'bad-character'; readonly character: string };

export type LabelValueProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly length: number; readonly maxLength: number };

/**
 * What is wrong with the part of a label's key after the prefix; undefined if it is valid. Accepts what the admin API
 * does, whose own expression takes exponential time:
 * `^ext.ai.sap.com/(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]){1,48}$` with at most 63 characters.
 */
export function checkLabelKeyEnd(end: string, others: readonly string[] = []): LabelKeyProblem | undefined {
  if (end === '') return { code: 'empty' };
  const character = /[^A-Za-z0-9_.-]/u.exec(end)?.[0];
  if (character !== undefined) return { code: 'bad-character', character };
  if (end.length > maxKeyEndLength)
    return { code: 'too-long', length: end.length, maxLength: maxKeyEndLength };
  if (/^[_.-]|[_.-]$/.test(end)) return { code: 'bad-edge' };
  return others.includes(end) ? { code: 'taken' } : undefined;
}

/** What is wrong with a label's value; undefined if it is valid. */
export function checkLabelValue(value: string): LabelValueProblem | undefined {
  if (value === '') return { code: 'empty' };
  return value.length > maxValueLength
    ? { code: 'too-long', length: value.length, maxLength: maxValueLength }
    : undefined;
}

/** The part of a key after the prefix; undefined for a label that customers cannot set. */
export function labelKeyEnd(key: string): string | undefined {
  return key.startsWith(labelPrefix) ? key.slice(labelPrefix.length) : undefined;
}
