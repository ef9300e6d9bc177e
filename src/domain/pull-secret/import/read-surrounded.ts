import { parseJsonText } from '../../text/json-text.ts';
import { combineResults } from './import-result.ts';
import type { ImportResult, ImportSuccess } from './import-result.ts';
import { readEmbedded } from './read-embedded.ts';
import { readLooseJson } from './read-structured.ts';

const configKey = '.dockerconfigjson';
/** What may separate the key from its value in JSON, Python, JavaScript, Go, Terraform; quotes may be escaped. */
const afterKey = /\\{0,3}["'\]]{0,2}\s{0,50}(?:=>|[:=])\s{0,50}(?=["'])/y;
const doubleQuoted = /"(?:[^"\\]|\\.)*"/sy;
const singleQuoted = /'((?:[^'\\]|\\.)*)'/sy;
const nameField = /["']?\bname["']?\s{0,50}[:=]\s{0,50}["']([a-z0-9][a-z0-9._-]{0,62})["']/;

/**
 * Reads the JSON between the first line that starts with a brace and the last brace, whatever is around it: prose, a
 * prompt, a note in the first line, the `%` with which zsh marks a missing line break, or a word processor's quotes.
 */
export function readOutermostJson(text: string): ImportResult | undefined {
  const end = text.lastIndexOf('}') + 1;
  const lineStart = /^[^\S\n]{0,200}\{/m.exec(text)?.index;
  for (const start of new Set([lineStart ?? -1, text.indexOf('{')])) {
    if (start < 0 || end <= start) continue;
    const result = readLooseJson(text.slice(start, end));
    if (result?.ok === true) return result;
  }
  return undefined;
}

/** Reads every `".dockerconfigjson": "…"` in a text of any language, such as a request or a program. */
export function readQuotedConfigs(text: string): ImportSuccess | undefined {
  const results: ImportSuccess[] = [];
  let end = text.indexOf(configKey);
  for (; end >= 0; end = text.indexOf(configKey, end)) {
    end += configKey.length;
    afterKey.lastIndex = end;
    if (!afterKey.test(text)) continue;
    const content = readLiteral(text, afterKey.lastIndex);
    if (content === undefined) break;
    const result = readEmbedded(content, configKey);
    if (result.ok) results.push({ ...result, format: 'ai-core-request' });
  }
  const combined = combineResults(results);
  const secretName = results.length === 1 ? nameField.exec(text)?.[1] : undefined;
  return combined && { ...combined, ...(secretName === undefined ? {} : { secretName }) };
}

/** The string literal at an offset; undefined if it is never closed. */
function readLiteral(text: string, offset: number): string | undefined {
  doubleQuoted.lastIndex = offset;
  const double = doubleQuoted.exec(text)?.[0];
  if (double !== undefined) {
    const parsed = parseJsonText(double);
    return parsed.ok && typeof parsed.value === 'string' ? parsed.value : double.slice(1, -1);
  }
  singleQuoted.lastIndex = offset;
  return singleQuoted.exec(text)?.[1];
}
