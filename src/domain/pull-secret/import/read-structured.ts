import { parseJsonText } from '../../text/json-text.ts';
import type { JsonResult } from '../../text/json-text.ts';
import { importFailure } from './import-result.ts';
import type { ImportFailure, ImportNotice, ImportResult } from './import-result.ts';
import { readDocuments } from './read-document.ts';
import { decodeWrappedBase64 } from './read-embedded.ts';
import { readYaml } from './read-yaml.ts';

const manifestKey = /^[ \t]*["']?(?:apiVersion|kind|auths)["']?[ \t]*:/im;
const documentStart = /^---(?:\s|$)/m;
const jsonStart = /^\s*[[{]/;

/** Reads JSON, also if it is quoted as a JSON string; undefined if the text is not JSON. */
export function readJson(text: string): ImportResult | undefined {
  const parsed = parseJsonText(text);
  if (!parsed.ok) return undefined;
  return typeof parsed.value === 'string' ? readInnerJson(parsed.value) : readParsed(parsed);
}

/** Reads JSON, also with a word processor's quotes, or still escaped because it was copied out of a string. */
export function readLooseJson(text: string): ImportResult | undefined {
  return (
    readJson(text) ??
    readJson(text.replaceAll(/[“”„]/g, '"')) ??
    readJson(text.replaceAll(/\\(["\\])/g, '$1'))
  );
}

/** Reads a YAML manifest or Docker config; undefined if the text does not look like one. */
export function readManifest(text: string): ImportResult | undefined {
  const hasDocuments = documentStart.test(text);
  if (!hasDocuments && (jsonStart.test(text) || !manifestKey.test(text))) return undefined;
  const yaml = readYaml(text);
  return yaml.ok ? readDocuments(yaml.documents, yaml.notices) : yaml;
}

/**
 * Reads base64-encoded JSON, as printed by `kubectl get secret -o jsonpath`; undefined if the text is something else.
 */
export function readBase64(text: string): ImportResult | undefined {
  const decoded = decodeWrappedBase64(text);
  if (decoded === undefined) return undefined;
  // Possibly encoded twice: the content of a Secret is base64 already.
  const inner = jsonStart.test(decoded) ? decoded : decodeWrappedBase64(decoded);
  return inner !== undefined && jsonStart.test(inner) ? readInnerJson(inner) : undefined;
}

/** Reports where the text stops being JSON. */
export function notJson(text: string): ImportFailure {
  const parsed = parseJsonText(text);
  if (parsed.ok) return importFailure({ code: 'unknown-shape', keys: [] });
  const { line, column, reason } = parsed;
  return importFailure({ code: 'not-json', line, column, reason });
}

/** Reads JSON from a JSON string or from base64; strings in it are not unpacked further. */
function readInnerJson(text: string): ImportResult {
  const parsed = parseJsonText(text);
  return parsed.ok ? readParsed(parsed) : notJson(text);
}

function readParsed({ value, duplicates }: JsonResult & { ok: true }): ImportResult {
  return readDocuments(
    [value],
    duplicates.map((path): ImportNotice => ({ code: 'duplicate-key', path })),
  );
}
