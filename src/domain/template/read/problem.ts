import type { Position } from './position.ts';

/** Why a text, or the string inside a ServingTemplate, could not be read or changed. */
export type TemplateProblemCode =
  // The text is not YAML.
  | 'alias-without-anchor-name'
  | 'bad-directive'
  | 'bad-escape'
  | 'bad-indentation'
  | 'bad-start-character'
  | 'binary'
  | 'duplicate-key'
  | 'helm-template'
  | 'missing-colon'
  | 'nested-mapping'
  | 'no-yaml'
  | 'tab-indentation'
  | 'too-deep'
  | 'unclosed-bracket'
  | 'unclosed-quote'
  | 'unexpected-text'
  | 'unknown-alias'
  | 'unquoted-placeholder'
  // The text is YAML, but not a template.
  | 'no-documents'
  | 'not-a-mapping'
  // The place of the list is missing or has an unexpected form.
  | 'aliased-place'
  | 'folded-lines-join'
  | 'inner-several-documents'
  | 'list-before-merge'
  | 'list-is-placeholder'
  | 'list-not-a-list'
  | 'merged-list-unclear'
  | 'place-missing'
  | 'place-not-a-mapping'
  | 'quoted-string-unsupported'
  | 'unsupported-layout';

/** Line and column are from 1; `detail` is a name or a word from the text (a key, an alias), or empty. */
export interface TemplateProblem extends Position {
  code: TemplateProblemCode;
  detail: string;
}

export interface ProblemAt {
  code: TemplateProblemCode;
  offset: number;
  detail: string;
}

/** What the reader of Kubernetes and Argo rejects in a text that can be read and changed all the same. */
export interface FlawAt {
  code: 'helm-template' | 'tab-line' | 'unquoted-placeholder' | 'yaml-version';
  offset: number;
}
