import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair as YamlPair,
  parseAllDocuments,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

import {
  type AliasNode,
  emptyStyle,
  type MapNode,
  type Node,
  type ScalarNode,
  type SeqNode,
  type TemplateTree,
} from './node.ts';
import { lineEndAt, lineStartAt } from './position.ts';
import type { ProblemAt } from './problem.ts';
import { scalarValue } from './scalar-value.ts';
import { problemFromYaml } from './yaml-problem.ts';

type Range = [number, number, number] | null | undefined;

const styles = new Map<unknown, ScalarNode['style']>([
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

/** Thrown for problems that the parser does not report. */
class Unreadable extends Error {
  readonly problem: ProblemAt;
  constructor(problem: ProblemAt) {
    super(problem.code);
    this.problem = problem;
  }
}

/** Converts the parser's nodes of one document into ours. */
class Converter {
  readonly tree: TemplateTree;
  readonly #text: string;
  readonly #anchors = new Map<string, Node | undefined>();

  constructor(text: string, document: Document.Parsed) {
    this.#text = text;
    const start = document.range[0];
    this.tree = {
      start,
      root: this.#empty(start),
      style: emptyStyle(),
      shared: new Set(),
      complexKeys: [],
      closed: [],
    };
    this.tree.root = this.#node(document.contents, start);
    this.tree.start = this.tree.root.start;
  }

  #node(value: unknown, emptyAt: number): Node {
    const anchor = isScalar(value) || isMap(value) || isSeq(value) ? value.anchor : undefined;
    if (anchor !== undefined) this.#anchors.set(anchor, undefined);
    const node = this.#convert(value, emptyAt);
    if (anchor !== undefined) {
      node.anchor = anchor;
      this.#anchors.set(anchor, node);
    }
    return node;
  }

  #convert(value: unknown, emptyAt: number): Node {
    if (isAlias(value)) return this.#alias(value);
    if (isMap(value)) return this.#map(value);
    if (isSeq(value)) return this.#sequence(value);
    if (isScalar(value)) return this.#scalar(value.range, emptyAt, value.type, value.value);
    return this.#empty(emptyAt);
  }

  #alias(value: Alias): AliasNode {
    const [start, end] = this.#range(value.range, 0);
    const name = value.source;
    if (!this.#anchors.has(name))
      throw new Unreadable({ code: 'unknown-alias', offset: start, detail: name });
    const target = this.#anchors.get(name);
    if (target !== undefined) this.tree.shared.add(target);
    return { kind: 'alias', start, end, anchor: undefined, name, target };
  }

  #map(value: YAMLMap): MapNode {
    const [start, end] = this.#range(value.range, 0);
    if (value.flow === true) this.tree.closed.push({ start, end });
    const map: MapNode = { kind: 'map', flow: value.flow === true, start, end, anchor: undefined, pairs: [] };
    const keys = new Set<unknown>();
    for (const pair of value.items) {
      const { key } = this.#pair(map, pair);
      if (!isScalar(pair.key) || pair.key.value === '<<') continue;
      if (keys.has(pair.key.value)) {
        const detail = /[^\s:]+/.exec(this.#text.slice(key.start, key.start + 200))?.[0] ?? '';
        throw new Unreadable({ code: 'duplicate-key', offset: key.start, detail });
      }
      keys.add(pair.key.value);
    }
    const last = map.pairs.at(-1);
    if (!map.flow && last !== undefined) map.end = Math.max(last.key.end, last.value.end);
    return map;
  }

  #pair(map: MapNode, pair: YamlPair): { key: ScalarNode } {
    const converted = this.#node(pair.key, map.start);
    // A key that is not a scalar has no name; its source text is used instead.
    const isText = converted.kind === 'scalar';
    if (!isText) this.tree.complexKeys.push(converted.start);
    const key = isText ? converted : this.#scalar([converted.start, converted.end, converted.end], 0);
    const name = isText ? scalarValue(this.#text, key) : `? ${this.#text.slice(key.start, key.end)}`;
    const value = this.#node(pair.value, key.end);
    if (value.kind === 'seq' && !value.flow && !map.flow) {
      const offset = this.#column(value.start) - this.#column(key.start);
      this.tree.style.sequenceOffsets.set(offset, (this.tree.style.sequenceOffsets.get(offset) ?? 0) + 1);
    }
    map.pairs.push({ name, key, value });
    return { key };
  }

  #sequence(value: YAMLSeq): SeqNode {
    const [start, end] = this.#range(value.range, 0);
    const flow = value.flow === true;
    if (flow) this.tree.closed.push({ start, end });
    const seq: SeqNode = { kind: 'seq', flow, start, end, anchor: undefined, items: [], dashes: [] };
    const token = value.srcToken;
    if (token?.type === 'block-seq') {
      for (const item of token.items) {
        const dash = item.start.find((part) => part.type === 'seq-item-ind');
        if (dash !== undefined) seq.dashes.push(dash.offset);
      }
    }
    for (const item of value.items) {
      if (isPair(item)) {
        const map: MapNode = { kind: 'map', flow: true, start, end, anchor: undefined, pairs: [] };
        this.#pair(map, item);
        seq.items.push(map);
      } else {
        seq.items.push(this.#node(item, seq.dashes[seq.items.length] ?? start));
      }
    }
    const last = seq.items.at(-1);
    if (!seq.flow && last !== undefined) seq.end = Math.max(last.end, (seq.dashes.at(-1) ?? 0) + 1);
    return seq;
  }

  #empty(offset: number): ScalarNode {
    return this.#scalar(undefined, offset);
  }

  #scalar(range: Range, emptyAt: number, type?: string, value?: unknown): ScalarNode {
    const [start, end] = this.#range(range, emptyAt);
    const style = styles.get(type) ?? 'plain';
    const node: ScalarNode = {
      kind: 'scalar',
      style,
      start,
      end,
      anchor: undefined,
      bodyStart: start,
      indent: 0,
    };
    if (style !== 'plain') this.tree.closed.push({ start, end });
    if (style === 'single' || style === 'double') this.tree.style[style] += 1;
    if (style === 'literal' || style === 'folded') this.#finishBlock(node, String(value));
    return node;
  }

  #finishBlock(node: ScalarNode, value: string): void {
    const newline = this.#text.indexOf('\n', node.start);
    node.bodyStart = newline === -1 || newline >= node.end ? node.end : newline + 1;
    const body = this.#text.slice(node.bodyStart, node.end);
    const visible = /^(?:[ \t]*\r?\n)*( *)[^ \r\n]/.exec(body);
    const own = /^\n*( *)[^ \n]/.exec(value);
    node.indent = Math.max(0, (visible?.[1] ?? '').length - (own?.[1] ?? '').length);
    node.end = this.#visibleEnd(node.end, node.bodyStart);
    node.end = lineEndAt(this.#text, node.end > node.bodyStart ? node.end : node.start);
  }

  #column(offset: number): number {
    return offset - lineStartAt(this.#text, offset);
  }

  #range(range: Range, emptyAt: number): [number, number] {
    const [start, end] = range ?? [emptyAt, emptyAt];
    if (start !== end) return [start, end];
    // An empty node is placed right after its colon or dash, before any white space.
    const at = this.#visibleEnd(start, 0);
    return [at, at];
  }

  /** The offset before the white space that precedes it, down to `from`. */
  #visibleEnd(offset: number, from: number): number {
    let at = offset;
    while (at > from && /\s/.test(this.#text.charAt(at - 1))) at -= 1;
    return at;
  }
}

function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null);
}

/**
 * Reads YAML with the `yaml` package. Returns its documents without the empty ones, or the first problem. The parser
 * gets `prepared`, a text of the same length as `text`; names and offsets are taken from `text`.
 */
export function readYaml(text: string, prepared: string): { trees: TemplateTree[] } | { problem: ProblemAt } {
  // The parser would compare each key with every other one, so duplicate keys are found here instead.
  const documents = parseAllDocuments(prepared, {
    keepSourceTokens: true,
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  });
  if (!Array.isArray(documents)) return { trees: [] };
  const trees: TemplateTree[] = [];
  for (const document of documents) {
    const problem = problemFromYaml(prepared, document);
    if (problem !== undefined) return { problem };
    if (isEmpty(document)) continue;
    try {
      trees.push(new Converter(text, document).tree);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return { problem: error.problem };
    }
  }
  return { trees };
}
