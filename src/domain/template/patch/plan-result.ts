import type { TemplateProblemCode } from '../read/problem.ts';
import type { Edit } from '../read/text-view.ts';

/** The key that all kinds of templates share. */
export const listKey = 'imagePullSecrets';

/** The secret names to add, and the existing names that they may replace, as they replace placeholders. */
export interface Wish {
  names: readonly string[];
  replace: ReadonlySet<string>;
}

/** The changes to one mapping; offsets are into the view's source. */
export interface Plan {
  action: 'inserted' | 'added' | 'replaced-placeholder' | 'already-there';
  edits: Edit[];
  notes: { code: PlanNote; offset: number }[];
}

export type PlanNote =
  /** The name was written as a number or truth value, and is now quoted. */
  | 'name-quoted'
  /** A placeholder is left in the list: there were fewer secrets than placeholders. */
  | 'placeholder-left'
  /** An entry is not of the form `{name}`. */
  | 'entry-without-name'
  /** Other places refer to this list by an alias, and change with it. */
  | 'shared-anchor'
  /** The list came from an alias or merge key, and is now written out here. */
  | 'list-expanded';

export interface PlanFailure {
  failure: { code: TemplateProblemCode; offset: number };
}

/** The result for a change that is not possible. */
export function fail(code: TemplateProblemCode, offset: number): PlanFailure {
  return { failure: { code, offset } };
}
