import type { TemplateTree } from '../node.ts';
import { readRoot } from './block.ts';
import { Cursor, unsure, Unsure } from './cursor.ts';

function readDocument(cursor: Cursor, trees: TemplateTree[]): void {
  cursor.startDocument();
  const start = cursor.pos;
  const root = readRoot(cursor);
  trees.push({ start, root, style: cursor.style, shared: cursor.shared });
  if (cursor.column !== -1) unsure();
}

function readDocuments(text: string): TemplateTree[] {
  const trees: TemplateTree[] = [];
  const cursor = new Cursor(text);
  for (;;) {
    if (cursor.nextContent()) readDocument(cursor, trees);
    if (cursor.pos >= text.length) return trees;
    // `nextContent` stopped at a marker: `---` opens a document, `...` ends one (and a bare one may follow).
    cursor.pos += 3;
    cursor.endLine();
  }
}

/**
 * Reads the documents of a YAML text in one pass, in the common part of the language: block and flow
 * collections, all scalar styles, comments, anchors, aliases. Returns null for anything else, and for
 * anything that might be an error, so that the full (ten times slower) parser decides; whatever this
 * accepts, that one accepts with the same meaning. Empty documents are left out.
 */
export function readFast(text: string): TemplateTree[] | null {
  if (/\r(?!\n)/.test(text)) return null;
  try {
    return readDocuments(text);
  } catch (error) {
    if (error instanceof Unsure) return null;
    throw error;
  }
}
