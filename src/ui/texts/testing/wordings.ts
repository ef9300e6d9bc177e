import { parseSync, Visitor } from 'oxc-parser';

/** A piece of text in a source: a string, or a fixed part of a template. The offsets are of the piece as written. */
export interface Wording {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What a source says: every branch of every text, with no need to call it. What is no text but compared or looked up
 * (the cases of a switch, keys, types, the names of modules) is left out. Works on built code as well.
 */
export function wordingsOf(file: string, source: string): Wording[] {
  const { program } = parseSync(file, source);
  const codes = new Set<unknown>();
  const found: Wording[] = [];
  const isCode = (node: unknown) => codes.add(node);
  new Visitor({
    ImportDeclaration: (node) => isCode(node.source),
    ExportNamedDeclaration: (node) => isCode(node.source),
    ImportExpression: (node) => isCode(node.source),
    TSLiteralType: (node) => isCode(node.literal),
    SwitchCase: (node) => isCode(node.test),
    BinaryExpression: (node) => {
      if (node.operator === '+') return;
      isCode(node.left);
      isCode(node.right);
    },
    MemberExpression: (node) => {
      if (node.computed) isCode(node.property);
    },
    Property: (node) => {
      if (!node.computed) isCode(node.key);
    },
    Literal: (node) => {
      if (typeof node.value !== 'string' || codes.has(node)) return;
      found.push({ text: node.value, start: node.start + 1, end: node.end - 1 });
    },
    TemplateLiteral: (node) => {
      if (codes.has(node)) return;
      for (const { value, start, end } of node.quasis) found.push({ text: value.cooked ?? '', start, end });
    },
  }).visit(program);
  return found;
}
