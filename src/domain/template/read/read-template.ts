import { type DocumentHead, readHead } from './head.ts';
import type { TemplateTree } from './node.ts';
import { type ParsedText, parseTemplate } from './parse.ts';
import { type Position, positionIndex } from './position.ts';
import type { FlawAt, ProblemAt } from './problem.ts';
import { type Failed, findSpec, type Spec } from './spec.ts';

export interface ReadDocument {
  /** Index among the non-empty documents, from 0. */
  index: number;
  tree: TemplateTree;
  head: DocumentHead;
  /** Only for the kinds that have a rule. */
  spec: Spec | Failed | undefined;
  /** Why the reader of Kubernetes and Argo would reject the file because of this document, in order. */
  flaws: FlawAt[];
}

/** The text of a template, read once for all uses. */
export interface ReadTemplate {
  /** The byte order mark at the start, or an empty text. */
  mark: string;
  /** The text without the mark; all offsets are into it. */
  body: string;
  positionOf: (offset: number) => Position;
  /** Empty if there is a problem. */
  documents: ReadDocument[];
  problem: ProblemAt | undefined;
}

function findProblem(parsed: ParsedText | Failed): ProblemAt | undefined {
  if ('problem' in parsed) return parsed.problem;
  if (parsed.trees.length === 0) return { code: 'no-documents', offset: 0, detail: '' };
  const strange = parsed.trees.find(({ root }) => root.kind === 'scalar');
  return strange && { code: 'not-a-mapping', offset: strange.start, detail: '' };
}

/** Reads a YAML or JSON text with one or several documents, including the strings inside ServingTemplates. */
export function readTemplate(text: string): ReadTemplate {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const body = text.slice(mark.length);
  const parsed = parseTemplate(body);
  const problem = findProblem(parsed);
  const { masked = '', trees = [], flaws = [] } = 'problem' in parsed || problem ? {} : parsed;
  let nextFlaw = 0;
  const documents = trees.map((tree, index): ReadDocument => {
    const end = trees[index + 1]?.start ?? body.length + 1;
    const firstFlaw = nextFlaw;
    while ((flaws[nextFlaw]?.offset ?? end) < end) nextFlaw += 1;
    const head = readHead(body, tree.root);
    return {
      index,
      tree,
      head,
      spec: head.rule && findSpec(body, masked, tree, head.rule),
      flaws: flaws.slice(firstFlaw, nextFlaw),
    };
  });
  return { mark, body, positionOf: positionIndex(body), documents, problem };
}
