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
import { lineEndAt } from './position.ts';
import { type ProblemAt, problemFromYaml } from './problem.ts';
import { scalarValue } from './scalar-value.ts';

type Range = [number, number, number] | null | undefined;

const styles = new Map<unknown, ScalarNode['style']>([
  ['QUOTE_SINGLE', 'single'],
  ['QUOTE_DOUBLE', 'double'],
  ['BLOCK_LITERAL', 'literal'],
  ['BLOCK_FOLDED', 'folded'],
]);

/** Thrown for an alias without its anchor, which the parser itself only reports when values are built. */
class UnknownAlias extends Error {
  readonly offset: number;
  constructor(name: string, offset: number) {
    super(name);
    this.offset = offset;
  }
}

/** Turns the parser's nodes of one document into ours. */
class Converter {
  readonly tree: TemplateTree;
  private readonly text: string;
  private readonly anchors = new Map<string, Node | null>();

  constructor(text: string, document: Document.Parsed) {
    this.text = text;
    this.tree = {
      start: document.range[0],
      root: this.scalar(null, 0),
      style: emptyStyle(),
      shared: new Set(),
    };
    this.tree.root = this.node(document.contents, document.range[0]);
    this.tree.start = this.tree.root.start;
  }

  node(value: unknown, emptyAt: number): Node {
    const anchor = isScalar(value) || isMap(value) || isSeq(value) ? (value.anchor ?? null) : null;
    if (anchor !== null) this.anchors.set(anchor, null);
    const node = this.convert(value, emptyAt);
    if (anchor !== null) {
      node.anchor = anchor;
      this.anchors.set(anchor, node);
    }
    return node;
  }

  private convert(value: unknown, emptyAt: number): Node {
    if (isAlias(value)) return this.alias(value);
    if (isMap(value)) return this.map(value);
    if (isSeq(value)) return this.sequence(value);
    if (isScalar(value)) return this.scalar(value.range, emptyAt, value.type, value.value);
    return this.scalar(null, emptyAt);
  }

  private alias(value: Alias): AliasNode {
    const [start, end] = this.range(value.range, 0);
    const target = this.anchors.get(value.source);
    if (target === undefined) throw new UnknownAlias(value.source, start);
    if (target !== null) this.tree.shared.add(target);
    return { kind: 'alias', start, end, anchor: null, name: value.source, target };
  }

  private map(value: YAMLMap): MapNode {
    const [start, end] = this.range(value.range, 0);
    const map: MapNode = { kind: 'map', flow: value.flow === true, start, end, anchor: null, pairs: [] };
    for (const pair of value.items) this.pair(map, pair);
    const last = map.pairs.at(-1);
    if (!map.flow && last !== undefined) map.end = Math.max(last.key.end, last.value.end);
    return map;
  }

  private pair(map: MapNode, pair: YamlPair): void {
    const converted = this.node(pair.key, map.start);
    // A key that is no scalar has no name of ours; its source text stands in for one.
    const isText = converted.kind === 'scalar';
    const key = isText ? converted : this.scalar([converted.start, converted.end, converted.end], 0);
    const name = isText ? scalarValue(this.text, key) : `? ${this.text.slice(key.start, key.end)}`;
    const value = this.node(pair.value, key.end);
    if (value.kind === 'seq' && !value.flow && !map.flow) {
      const offset = this.column(value.start) - this.column(key.start);
      this.tree.style.sequenceOffsets.set(offset, (this.tree.style.sequenceOffsets.get(offset) ?? 0) + 1);
    }
    map.pairs.push({ name, key, value });
  }

  private sequence(value: YAMLSeq): SeqNode {
    const [start, end] = this.range(value.range, 0);
    const seq: SeqNode = {
      kind: 'seq',
      flow: value.flow === true,
      start,
      end,
      anchor: null,
      items: [],
      dashes: [],
    };
    const token = value.srcToken;
    if (token?.type === 'block-seq') {
      for (const item of token.items) {
        const dash = item.start.find((part) => part.type === 'seq-item-ind');
        if (dash !== undefined) seq.dashes.push(dash.offset);
      }
    }
    for (const item of value.items) {
      if (isPair(item)) {
        const map: MapNode = { kind: 'map', flow: true, start, end, anchor: null, pairs: [] };
        this.pair(map, item);
        seq.items.push(map);
      } else {
        seq.items.push(this.node(item, seq.dashes[seq.items.length] ?? start));
      }
    }
    const last = seq.items.at(-1);
    if (!seq.flow && last !== undefined) seq.end = Math.max(last.end, (seq.dashes.at(-1) ?? 0) + 1);
    return seq;
  }

  private scalar(range: Range, emptyAt: number, type?: string, value?: unknown): ScalarNode {
    const [start, end] = this.range(range, emptyAt);
    const style = styles.get(type) ?? 'plain';
    const node: ScalarNode = { kind: 'scalar', style, start, end, anchor: null, bodyStart: start, indent: 0 };
    if (style === 'single' || style === 'double') this.tree.style[style] += 1;
    if (style === 'literal' || style === 'folded') this.finishBlock(node, String(value));
    return node;
  }

  private finishBlock(node: ScalarNode, value: string): void {
    const newline = this.text.indexOf('\n', node.start);
    node.bodyStart = newline === -1 || newline >= node.end ? node.end : newline + 1;
    const body = this.text.slice(node.bodyStart, node.end);
    const visible = /^(?:[ \t]*\r?\n)*( *)[^ \r\n]/.exec(body);
    const own = /^\n*( *)[^ \n]/.exec(value);
    node.indent = Math.max(0, (visible?.[1] ?? '').length - (own?.[1] ?? '').length);
    node.end = node.bodyStart + body.replace(/[ \t\r\n]+$/, '').length;
    if (node.end > node.bodyStart) node.end = lineEndAt(this.text, node.end);
    else node.end = lineEndAt(this.text, node.start);
  }

  private column(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  private range(range: Range, emptyAt: number): [number, number] {
    const [start, end] = range ?? [emptyAt, emptyAt];
    if (start !== end) return [start, end];
    // Something empty stands right behind its colon or dash, not after the white space that follows.
    const at = this.text.slice(0, start).trimEnd().length;
    return [at, at];
  }
}

/**
 * Reads any YAML text with the full parser. Returns its documents without the empty ones, or the first
 * problem. Slow: about half a second for 1 MB.
 */
export function readFull(text: string): { trees: TemplateTree[] } | { problem: ProblemAt } {
  const documents = parseAllDocuments(text, {
    keepSourceTokens: true,
    logLevel: 'silent',
    merge: true,
    prettyErrors: false,
  });
  if (!Array.isArray(documents)) return { trees: [] };
  const trees: TemplateTree[] = [];
  for (const document of documents) {
    const problem = problemFromYaml(text, document);
    if (problem !== null) return { problem };
    if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
      continue;
    try {
      trees.push(new Converter(text, document).tree);
    } catch (error) {
      if (!(error instanceof UnknownAlias)) throw error;
      return { problem: { code: 'unknown-alias', offset: error.offset, detail: error.message } };
    }
  }
  return { trees };
}
