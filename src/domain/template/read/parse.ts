import { lineFlaws } from './line-flaws.ts';
import { loosenIndentation } from './loosen.ts';
import { findHelmTag, hasPlaceholder, isHelmTag, maskPlaceholders } from './mask.ts';
import type { TemplateTree } from './node.ts';
import { lineEndAt, lineStartAt } from './position.ts';
import type { FlawAt, ProblemAt } from './problem.ts';
import { readYaml } from './yaml-reader.ts';

// A text with control characters that YAML forbids is an image, an archive or the like.
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const controlCharacter = /[\0-\u0008\u000B\u000C\u000E-\u001F]/;

/** How `{{…}}` is read: unchanged, as a word, or, if it is alone on its line, as a comment. */
type PlaceholderReading = 'as-is' | 'text' | 'comment';

export interface ParsedText {
  /** The text that was parsed, of the same length as the original. */
  masked: string;
  trees: TemplateTree[];
  /** What the reader of Kubernetes and Argo rejects in the original text, by offset. */
  flaws: FlawAt[];
}

/** At most this many flaws are reported; a long text may have one in each line. */
const maxFlaws = 100;

/** The unquoted `{{…}}` in the line at this offset. */
function placeholderAt(text: string, offset: number): FlawAt | undefined {
  const lineEnd = lineEndAt(text, offset);
  const tag = text.indexOf('{{', lineStartAt(text, offset));
  const found = tag === -1 ? '' : text.slice(tag, lineEnd);
  if (isHelmTag(found)) return { code: 'helm-template', offset: tag };
  return hasPlaceholder(found) ? { code: 'unquoted-placeholder', offset: tag } : undefined;
}

/** An unquoted `{{x}}` on its own is valid YAML: a mapping whose key is a mapping. */
function placeholderKeys(text: string, trees: readonly TemplateTree[]): FlawAt[] {
  const offsets = trees.flatMap(({ complexKeys }) => complexKeys).slice(0, maxFlaws);
  return offsets.flatMap((offset) => placeholderAt(text, offset) ?? []);
}

function readAs(
  text: string,
  reading: PlaceholderReading,
): Omit<ParsedText, 'flaws'> | { problem: ProblemAt } {
  const masked = reading === 'as-is' ? text : maskPlaceholders(text, reading);
  const result = readYaml(masked, loosenIndentation(masked));
  return 'problem' in result ? result : { masked, trees: result.trees };
}

function findBinary(text: string): { problem: ProblemAt } | undefined {
  const control = text.search(controlCharacter);
  return control === -1 ? undefined : { problem: { code: 'binary', offset: control, detail: '' } };
}

/**
 * Reads a YAML or JSON text with one or several documents into nodes with offsets. Empty documents are dropped. A byte
 * order mark must be removed before. A text that is YAML except for unquoted `{{…}}` is read too, with its flaws.
 */
export function parseTemplate(text: string): ParsedText | { problem: ProblemAt } {
  const binary = findBinary(text);
  if (binary !== undefined) return binary;
  const result = readAs(text, 'as-is');
  const unquoted = 'problem' in result ? [] : placeholderKeys(text, result.trees);
  if ('trees' in result && unquoted.length === 0)
    return { ...result, flaws: allFlaws(text, result.trees, []) };
  const masked = hasPlaceholder(text) ? parseWithPlaceholders(text) : result;
  if ('problem' in result) {
    // If the text is YAML once `{{…}}` are words, they were the problem.
    const { offset } = result.problem;
    unquoted.push(placeholderAt(text, offset) ?? { code: 'unquoted-placeholder', offset });
  }
  if ('trees' in masked) return { ...masked, flaws: allFlaws(text, masked.trees, unquoted) };
  const helm = unquoted.find(({ code }) => code === 'helm-template');
  return { problem: helm ? { ...helm, code: 'helm-template', detail: '' } : masked.problem };
}

/** Adds the flaws of single lines, and Helm tags even in valid YAML: AI Core does not fill in Helm's tags. */
function allFlaws(text: string, trees: readonly TemplateTree[], unquoted: readonly FlawAt[]): FlawAt[] {
  const offset = findHelmTag(text);
  const isNew = offset !== undefined && unquoted.every((flaw) => flaw.code !== 'helm-template');
  const helm: FlawAt[] = isNew ? [{ code: 'helm-template', offset }] : [];
  const flaws = [...unquoted, ...helm, ...lineFlaws(text, trees, maxFlaws)];
  return flaws.toSorted((left, right) => left.offset - right.offset);
}

/** Reads a text that may only become YAML when its `{{…}}` are filled in. */
export function parseWithPlaceholders(text: string): ParsedText | { problem: ProblemAt } {
  const binary = findBinary(text);
  if (binary !== undefined) return binary;
  const asText = readAs(text, 'text');
  if ('trees' in asText) return { ...asText, flaws: [] };
  const asComment = hasPlaceholder(text) ? readAs(text, 'comment') : asText;
  return 'trees' in asComment ? { ...asComment, flaws: [] } : asText;
}
