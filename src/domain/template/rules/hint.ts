import type { Edit } from '../read/text-view.ts';

/**
 * What SAP documents about templates but nothing enforces. `rule`: a template must follow it; `advice`: an improvement,
 * or something that only matters in some tenants.
 */
export const hintLevels = {
  'name-form': 'rule',
  'duplicate-id': 'rule',
  'label-missing': 'rule',
  'annotation-missing': 'rule',
  'plan-missing': 'rule',
  'parameter-missing': 'rule',
  'command-missing': 'rule',
  'args-missing': 'rule',
  'main-missing': 'rule',
  'other-user': 'rule',
  'image-unfilled': 'rule',
  'command-other': 'advice',
  'scenario-alone': 'advice',
  'archive-none': 'advice',
  'docker-host': 'advice',
  'no-digest': 'advice',
} as const satisfies Record<string, 'rule' | 'advice'>;

export type HintCode = keyof typeof hintLevels;

/** A hint and its place: offsets are into the template without its byte order mark. */
export interface HintAt {
  readonly code: HintCode;
  readonly offset: number;
  /** A name or a part of the text; empty if the code says everything. */
  readonly detail: string;
  /** The edits that resolve the hint; undefined if they cannot be known. */
  readonly fix?: readonly Edit[] | undefined;
}

/** Facts from outside the text that fixes may use. */
export interface RuleContext {
  /** The Docker Hub username in the console's records of the tenant, if there is exactly one. */
  readonly dockerUser: string | undefined;
}

/** A long text may break a rule in each line; more hints than this would not be read. */
export const maxPerCode = 50;
