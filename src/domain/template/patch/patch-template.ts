import type { LeftAloneReason } from '../read/head.ts';
import type { Position } from '../read/position.ts';
import type { ProblemAt, TemplateProblem } from '../read/problem.ts';
import type { ReadDocument, ReadTemplate } from '../read/read-template.ts';
import { applyEdits, type Hunk } from './apply-edits.ts';
import { findPlace } from './owner.ts';
import { type DocumentPatch, patchDocument, type WarningAt } from './patch-document.ts';
import type { Plan } from './plan-result.ts';
import { namesIn } from './secret-entries.ts';

type Located<T> = T extends { offset: number } ? Omit<T, 'offset'> & { line: number } : never;

/** A warning about a document; `line` is from 1, in the text as given. */
export type TemplateWarning = Located<WarningAt>;

interface DocumentFacts {
  /** Index among the non-empty documents, from 0. */
  index: number;
  /** Line of the document's first content, in the text as given. */
  line: number;
  kind: string | undefined;
  name: string | undefined;
  warnings: TemplateWarning[];
  /** Line numbers in the new text: lines that were inserted, and existing lines that changed. */
  addedLines: number[];
  changedLines: number[];
}

export type TemplateDocument = DocumentFacts &
  (
    | { action: Plan['action'] }
    | { action: 'left-alone'; reason: LeftAloneReason }
    | { action: 'failed'; problem: TemplateProblem }
  );

export interface PatchedTemplate {
  text: string;
  documents: TemplateDocument[];
  /** Set if the text could not be read; then it is unchanged and `documents` is empty. */
  problem: TemplateProblem | undefined;
  /** Which lines replaced which, in order. */
  hunks: Hunk[];
}

type PositionOf = (offset: number) => Position;

function locate(positionOf: PositionOf, { code, offset, detail }: ProblemAt): TemplateProblem {
  return { code, ...positionOf(offset), detail };
}

function linesOf(hunks: readonly Hunk[]): number[] {
  const numbers = hunks.flatMap(({ newLine, newCount }) =>
    Array.from({ length: newCount }, (_, index) => newLine + index),
  );
  // Two edits may change the same line.
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function tellDocument(
  { index, tree, head }: ReadDocument,
  { outcome, warnings }: DocumentPatch,
  hunks: readonly Hunk[],
  positionOf: PositionOf,
): TemplateDocument {
  const facts: DocumentFacts = {
    index,
    line: positionOf(tree.start).line,
    kind: head.kind,
    name: head.name,
    warnings: warnings.map(({ offset, ...warning }) => ({ ...warning, line: positionOf(offset).line })),
    addedLines: linesOf(hunks.filter(({ oldCount }) => oldCount === 0)),
    changedLines: linesOf(hunks.filter(({ oldCount }) => oldCount > 0)),
  };
  if (outcome === undefined) return { ...facts, action: 'left-alone', reason: head.reason ?? 'other-kind' };
  if ('problem' in outcome)
    return { ...facts, action: 'failed', problem: locate(positionOf, outcome.problem) };
  return { ...facts, action: outcome.action };
}

/**
 * Adds pull secrets to every template of a text. Names in `replace` are replaced by the secrets, just as placeholders
 * are.
 */
export function patchTemplate(
  template: ReadTemplate,
  names: readonly string[],
  replace: Iterable<string> = [],
): PatchedTemplate {
  const { mark, body, positionOf, documents, problem } = template;
  if (problem !== undefined) {
    return { text: mark + body, documents: [], problem: locate(positionOf, problem), hunks: [] };
  }
  const wish = { names: [...new Set(names)], replace: new Set(replace) };
  const patches = documents.map((document) => patchDocument(document, wish));
  const editsOf = patches.map(({ outcome }) =>
    outcome !== undefined && 'edits' in outcome ? outcome.edits : [],
  );
  const { text, hunks } = applyEdits(body, editsOf.flat());
  let next = 0;
  const told = documents.map((document, index) => {
    const patch = patches[index] ?? { outcome: undefined, warnings: [] };
    const own = hunks.slice(next, (next += editsOf[index]?.length ?? 0));
    return tellDocument(document, patch, own, positionOf);
  });
  const inOrder = hunks.toSorted((a, b) => a.newLine - b.newLine);
  return { text: mark + text, documents: told, problem: undefined, hunks: inOrder };
}

/** A pull secret named in a template. */
export interface NamedPullSecret {
  documentIndex: number;
  name: string;
  /** From 1. */
  line: number;
}

/** The pull secrets that the templates of a text name in the list that is used for their kind. */
export function listPullSecrets({ documents, positionOf }: ReadTemplate): NamedPullSecret[] {
  return documents.flatMap(({ index, spec, head }) => {
    const place =
      spec === undefined || 'problem' in spec ? undefined : findPlace(spec, head.rule?.serving === true);
    if (spec === undefined || 'problem' in spec || place === undefined || 'problem' in place) return [];
    return namesIn(spec.view.source, place.owner).map(({ name, offset }) => ({
      documentIndex: index,
      name,
      line: positionOf(spec.toOuter(offset)).line,
    }));
  });
}
