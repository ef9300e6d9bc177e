import type { Edit } from '../read/text-view.ts';

/**
 * What SAP documents of templates and nobody checks. `rule` is what a template must have, `advice` what is better, or
 * what only counts in some tenants.
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

/** A hint where it was found: offsets are those of the template without its byte order mark. */
export interface HintAt {
  readonly code: HintCode;
  readonly offset: number;
  /** A name or a piece of the text; empty where the code says all. */
  readonly detail: string;
  /** What makes the hint go; undefined where nobody can know. */
  readonly fix?: readonly Edit[] | undefined;
}

/** What is known beside the text, for fixes. */
export interface RuleContext {
  /** The one username at Docker Hub that the console's records of the tenant name, if it is one. */
  readonly dockerUser: string | undefined;
}

/** A long text may break one rule in each line; nobody reads on. */
export const maxPerCode = 50;
