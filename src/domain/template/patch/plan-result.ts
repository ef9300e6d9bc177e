import type { TemplateProblemCode } from '../read/problem.ts';
import type { Edit } from '../read/text-view.ts';

/** The key that all templates share. */
export const listKey = 'imagePullSecrets';

/** The secrets that are to be named, and names that are there and give way to them, as placeholders do. */
export interface Wish {
  names: readonly string[];
  replace: ReadonlySet<string>;
}

/** What is to be done in one mapping; offsets are into the view's source. */
export interface Plan {
  action: 'inserted' | 'added' | 'replaced-placeholder' | 'already-there';
  edits: Edit[];
  notes: { code: PlanNote; offset: number }[];
}

export type PlanNote =
  /** The name was there as a number or truth value; it has got quotes. */
  | 'name-quoted'
  /** A placeholder is still in the list: there were fewer secrets than placeholders. */
  | 'placeholder-left'
  /** An entry is no `{name}`. */
  | 'entry-without-name'
  /** Other places refer to this list by an alias and change with it. */
  | 'shared-anchor'
  /** The list came by an alias or merge key; it is now written out here. */
  | 'list-expanded';

export interface PlanFailure {
  failure: { code: TemplateProblemCode; offset: number };
}

/** A plan that cannot be. */
export function fail(code: TemplateProblemCode, offset: number): PlanFailure {
  return { failure: { code, offset } };
}
