import type { MapNode, Node, ScalarNode, TemplateTree } from './node.ts';
import { parseWithPlaceholders } from './parse.ts';
import type { ProblemAt } from './problem.ts';
import { decodeFlowScalar } from './scalar-value.ts';
import { type Edit, lineBreakOf, type TextView } from './text-view.ts';

/** A YAML text in a string of another YAML text, with the way back to the outer text. */
export interface InnerText {
  view: TextView;
  tree: TemplateTree;
  root: MapNode;
  /** Converts an inner offset to an outer one. */
  toOuter: (offset: number) => number;
  /** Converts an inner edit to an outer one; undefined if this kind of string cannot contain it. */
  toOuterEdit: (edit: Edit) => Edit | undefined;
}

/** True if the root is a flow mapping with quoted keys. */
export function looksLikeJson(root: Node): boolean {
  return root.kind === 'map' && root.flow && root.pairs[0]?.key.style === 'double';
}

// In an indented text, a document marker would be read as a word; the first one has no meaning and becomes a comment.
function maskFirstMarker(text: string): string {
  return text.replace(/^((?:[ \t]*(?:#.*)?\r?\n)*[ \t]*)---(?=[ \t]*(?:\r?\n|$))/, '$1#--');
}

interface Located {
  source: string;
  toOuter: (offset: number) => number;
  toOuterEdit: (edit: Edit) => Edit | undefined;
}

function locateBlock(text: string, node: ScalarNode): Located {
  const shift = node.bodyStart;
  return {
    source: text.slice(node.bodyStart, Math.max(node.bodyStart, node.end)),
    toOuter: (offset) => offset + shift,
    toOuterEdit: (edit) => ({ start: edit.start + shift, end: edit.end + shift, insert: edit.insert }),
  };
}

function locateQuoted(text: string, node: ScalarNode, style: 'single' | 'double'): Located {
  const { value, offsets, folds } = decodeFlowScalar(text, node.start + 1, node.end - 1, style);
  const toOuter = (offset: number): number => offsets[offset] ?? node.end - 1;
  const severalLines = text.slice(node.start, node.end).includes('\n');
  const encode = (insert: string): string | undefined => {
    if (style === 'single') return /[\r\n]/.test(insert) ? undefined : insert.replaceAll("'", "''");
    const escaped = JSON.stringify(insert).slice(1, -1);
    // At the start of a continuation line, an unescaped space would be dropped.
    return severalLines ? escaped.replace(/^ /, '\\ ') : escaped;
  };
  const toOuterEdit = (edit: Edit): Edit | undefined => {
    const insert = folds.has(edit.start) ? undefined : encode(edit.insert);
    return insert === undefined ? undefined : { start: toOuter(edit.start), end: toOuter(edit.end), insert };
  };
  return { source: value, toOuter, toOuterEdit };
}

/**
 * In a folded string, two lines at the base indentation are joined into one. Returns the offset of the second, or -1.
 */
function joinedLine(text: string, node: ScalarNode): number {
  let at = node.bodyStart;
  let previousIsBase = false;
  for (const line of text.slice(node.bodyStart, node.end).split('\n')) {
    const isBase = line.trim() !== '' && !/^[ \t]/.test(line.slice(node.indent));
    if (isBase && previousIsBase) return at + node.indent;
    previousIsBase = isBase;
    at += line.length + 1;
  }
  return -1;
}

/** Reads the string of a scalar as a YAML mapping; styles that it does not show are taken from `outer`. */
export function openInnerText(outer: TextView, node: ScalarNode): InnerText | { problem: ProblemAt } {
  const text = outer.source;
  const { style } = node;
  const problemAt = (code: ProblemAt['code'], offset = node.start, detail = ''): { problem: ProblemAt } => ({
    problem: { code, offset, detail },
  });
  if (style === 'plain') return problemAt('place-not-a-mapping');
  const block = style === 'literal' || style === 'folded';
  const { source, toOuter, toOuterEdit } = block ? locateBlock(text, node) : locateQuoted(text, node, style);
  const result = parseWithPlaceholders(block ? maskFirstMarker(source) : source);
  if ('problem' in result) {
    return problemAt(result.problem.code, toOuter(result.problem.offset), result.problem.detail);
  }
  const [tree, second] = result.trees;
  if (tree === undefined) return problemAt('place-missing', node.start, 'predictor');
  if (second !== undefined) return problemAt('inner-several-documents', toOuter(second.start));
  const { root } = tree;
  if (root.kind !== 'map') return problemAt('place-not-a-mapping', toOuter(root.start));
  const joined = style === 'folded' ? joinedLine(text, node) : -1;
  // Flow collections may be broken across lines anywhere, unless a comment would swallow the rest.
  if (joined !== -1 && (!root.flow || /(?:^|\s)#/.test(source)))
    return problemAt('folded-lines-join', joined);
  const view = {
    source,
    masked: result.masked,
    eol: lineBreakOf(source, block ? outer.eol : '\n'),
    style:
      tree.style.sequenceOffsets.size > 0
        ? tree.style
        : { ...tree.style, sequenceOffsets: outer.style.sequenceOffsets },
    json: looksLikeJson(root),
  };
  return { view, tree, root, toOuter, toOuterEdit };
}
