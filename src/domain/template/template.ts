import { type IgnoredList, ignoredListIn, ignoredLists } from './ignored-lists.ts';
import { lookup, type Node, type TemplateTree } from './node.ts';
import { parseTemplate, splitByteOrderMark } from './parse.ts';
import { type DocumentHead, findPlace, type LeftAloneReason, readHead } from './places.ts';
import { planPullSecrets } from './plan.ts';
import type { Plan, PlanNote } from './plan-result.ts';
import { lineIndex } from './position.ts';
import { locateProblem, type ProblemAt, type TemplateProblem } from './problem.ts';
import { namesIn } from './secret-entries.ts';
import { applyEdits, type Edit } from './text-view.ts';

/** Something to tell about a document; `line` is from 1, in the text as it was given. */
export type TemplateWarning =
  | { code: PlanNote | 'ignored-list-at-spec'; line: number }
  | { code: 'ignored-list'; line: number; path: string };

interface DocumentFacts {
  /** Place among the documents that are not empty, from 0. */
  index: number;
  /** Line of the document's first content, in the given text. */
  line: number;
  kind: string | null;
  name: string | null;
  warnings: TemplateWarning[];
  /** New lines, and lines that were there and read differently now: numbers in the new text. */
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
  /** Set if the text could not be read; it is unchanged then, and no document is named. */
  problem: TemplateProblem | null;
}

interface Draft {
  document: TemplateDocument;
  edits: Edit[];
}

/** The part of a plan's result that concerns one document; offsets are in the whole text. */
type Outcome =
  | {
      edits: Edit[];
      action: Plan['action'];
      notes: { code: PlanNote; offset: number }[];
      ignored: IgnoredList[];
    }
  | { problem: ProblemAt };

function patchDocument(
  text: string,
  tree: TemplateTree,
  rule: NonNullable<DocumentHead['rule']>,
  names: readonly string[],
): Outcome {
  const place = findPlace(text, tree, rule);
  if ('problem' in place) return place;
  const plan = planPullSecrets(place.view, place.owner, names);
  if ('failure' in plan) {
    return { problem: { code: plan.failure.code, offset: place.toOuter(plan.failure.offset), detail: '' } };
  }
  const edits = plan.edits.map(place.toOuterEdit);
  if (!edits.every((edit) => edit !== null)) {
    return {
      problem: {
        code: 'quoted-string-unsupported',
        offset: place.path.at(3)?.start ?? tree.start,
        detail: '',
      },
    };
  }
  const notes = plan.notes.map(({ code, offset }) => ({ code, offset: place.toOuter(offset) }));
  const list = lookup(place.owner, 'imagePullSecrets');
  const touched: (Node | null)[] = [...place.path, list];
  const sharedNode = touched.find((node) => node !== null && place.shared.has(node));
  const listIsElsewhere = plan.notes.some(({ code }) => code === 'list-expanded') && sharedNode === list;
  if (edits.length > 0 && sharedNode && !listIsElsewhere) {
    const isInner = place.inner !== null && !tree.shared.has(sharedNode);
    notes.push({
      code: 'shared-anchor',
      offset: isInner ? place.toOuter(sharedNode.start) : sharedNode.start,
    });
  }
  const service = rule.serving ? (place.path.at(-2) ?? null) : null;
  const ignored = ignoredListIn(service, rule.path.join('.'));
  return {
    edits,
    action: plan.action,
    notes,
    ignored: ignored.map(({ path, offset }) => ({ path, offset: place.toOuter(offset) })),
  };
}

function draftDocument(
  text: string,
  tree: TemplateTree,
  index: number,
  names: readonly string[],
  lineOf: (offset: number) => number,
): Draft {
  const { kind, name, rule, reason } = readHead(text, tree.root);
  const facts: DocumentFacts = {
    index,
    line: lineOf(tree.start),
    kind,
    name,
    warnings: [],
    addedLines: [],
    changedLines: [],
  };
  if (rule === null)
    return { document: { ...facts, action: 'left-alone', reason: reason ?? 'other-kind' }, edits: [] };
  for (const { path, offset } of ignoredLists(tree.root, rule.serving)) {
    const line = lineOf(offset);
    facts.warnings.push(
      path === 'spec.imagePullSecrets'
        ? { code: 'ignored-list-at-spec', line }
        : { code: 'ignored-list', line, path },
    );
  }
  const outcome = patchDocument(text, tree, rule, names);
  if ('problem' in outcome) {
    return {
      document: { ...facts, action: 'failed', problem: locateProblem(text, outcome.problem) },
      edits: [],
    };
  }
  for (const { path, offset } of outcome.ignored) {
    facts.warnings.push({ code: 'ignored-list', line: lineOf(offset), path });
  }
  for (const { code, offset } of outcome.notes) facts.warnings.push({ code, line: lineOf(offset) });
  return { document: { ...facts, action: outcome.action }, edits: outcome.edits };
}

/**
 * Puts pull secrets into every template of a YAML or JSON text: Argo kinds at `spec` (CronWorkflow:
 * `spec.workflowSpec`), ServingTemplate at `predictor` inside `spec.template.spec`, whether that is a string or a
 * mapping. Only the needed lines change, every other byte stays; names that are there already are not added.
 * Documents of other kinds are left alone; one whose place cannot be found fails without touching the others.
 * Field names: https://argo-workflows.readthedocs.io/en/latest/fields/ and https://help.sap.com/docs/sap-ai-core.
 */
export function addImagePullSecret(
  templateText: string,
  secretNames: string | readonly string[],
): PatchedTemplate {
  const { mark, body } = splitByteOrderMark(templateText);
  const names = [...new Set(typeof secretNames === 'string' ? [secretNames] : secretNames)];
  const unchanged = (problem: ProblemAt): PatchedTemplate => ({
    text: templateText,
    documents: [],
    problem: locateProblem(body, problem),
  });
  const parsed = parseTemplate(body);
  if ('problem' in parsed) return unchanged(parsed.problem);
  const { trees } = parsed;
  const first = trees[0];
  if (first === undefined) return unchanged({ code: 'no-documents', offset: 0, detail: '' });
  const strange = trees.find(({ root }) => root.kind === 'scalar');
  if (strange !== undefined) return unchanged({ code: 'not-a-mapping', offset: strange.start, detail: '' });
  const lineOf = lineIndex(body);
  const drafts = trees.map((tree, index) => draftDocument(body, tree, index, names, lineOf));
  const { text, lines } = applyEdits(
    body,
    drafts.flatMap(({ edits }) => edits),
  );
  let next = 0;
  for (const { document, edits } of drafts) {
    for (const { added, changed } of lines.slice(next, next + edits.length)) {
      document.addedLines.push(...added);
      // Two edits may touch one line.
      document.changedLines.push(...changed.filter((line) => !document.changedLines.includes(line)));
    }
    next += edits.length;
    document.addedLines.sort((a, b) => a - b);
    document.changedLines.sort((a, b) => a - b);
  }
  return { text: mark + text, documents: drafts.map(({ document }) => document), problem: null };
}

export interface DocumentPullSecrets {
  index: number;
  kind: string | null;
  name: string | null;
  /** The names in the list that counts for this kind; empty if there is none or its place cannot be read. */
  secretNames: string[];
}

/** The pull secrets that the templates of a text already name, for each document; empty for a broken text. */
export function listImagePullSecrets(templateText: string): DocumentPullSecrets[] {
  const { body } = splitByteOrderMark(templateText);
  const parsed = parseTemplate(body);
  if ('problem' in parsed) return [];
  return parsed.trees.map((tree, index) => {
    const { kind, name, rule } = readHead(body, tree.root);
    const place = rule === null ? null : findPlace(body, tree, rule);
    const found = place === null || 'problem' in place ? null : namesIn(place.view.source, place.owner);
    return { index, kind, name, secretNames: found ?? [] };
  });
}
