import { parseJsonText } from '../../text/json-text.ts';
import type { JsonResult } from '../../text/json-text.ts';
import { maxImportBytes, importFailure } from './import-result.ts';
import type { ImportFailure, ImportNotice, ImportResult } from './import-result.ts';
import { looksLikeCommand, readCommand } from './read-command.ts';
import { readDocuments } from './read-document.ts';
import { decodeWrappedBase64 } from './read-embedded.ts';
import { readYaml } from './read-yaml.ts';

const yamlKey = /^[ \t]*(?:- )?[ \t]*["']?[\w./-]+["']?[ \t]*:(?:\s|$)/m;

/**
 * Reads registry credentials out of text in any of the formats they come in: a Docker `config.json` or its bare
 * `auths`, Kubernetes Secrets (YAML or JSON), the body of an AI Core request, command lines, and any of the
 * JSON formats in base64 or quoted as a JSON string. Never throws; a result never holds the text itself.
 */
export async function importCredentials(text: string): Promise<ImportResult> {
  const bytes = text.length > maxImportBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > maxImportBytes) return importFailure({ code: 'too-large', bytes, maxBytes: maxImportBytes });
  if (text.includes('\0')) return importFailure({ code: 'binary' });
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return importFailure({ code: 'empty' });
  const result = importText(content);
  // Bytes that were not text: a replacement character may stand in a password, but not in a broken text.
  return !result.ok && content.includes('\uFFFD') ? importFailure({ code: 'binary' }) : result;
}

function importText(text: string): ImportResult {
  const parsed = parseJsonText(text);
  if (parsed.ok && typeof parsed.value === 'string') return importQuoted(parsed.value);
  if (parsed.ok) return readDocuments([parsed.value], duplicateNotices(parsed));
  const hasDocuments = /^---(?:\s|$)/m.test(text);
  const isYaml = hasDocuments || /^[ \t]*["']?(?:apiVersion|kind|auths)["']?[ \t]*:/m.test(text);
  if (/^\s*[[{]/.test(text) && !hasDocuments) return notJson(parsed);
  if (!isYaml && looksLikeCommand(text)) return readCommand(text);
  const decoded = decodeWrappedBase64(text);
  if (decoded !== undefined && /^\s*\{/.test(decoded)) return importQuoted(decoded);
  if (!yamlKey.test(text)) return notJson(parsed);
  const yaml = readYaml(text);
  return yaml.ok ? readDocuments(yaml.documents, yaml.notices) : yaml;
}

/** JSON that stood in a JSON string or in base64; not unpacked any further. */
function importQuoted(text: string): ImportResult {
  const parsed = parseJsonText(text);
  return parsed.ok ? readDocuments([parsed.value], duplicateNotices(parsed)) : notJson(parsed);
}

function duplicateNotices(parsed: JsonResult): ImportNotice[] {
  return parsed.ok ? parsed.duplicates.map((path) => ({ code: 'duplicate-key', path })) : [];
}

function notJson(parsed: JsonResult): ImportFailure {
  if (parsed.ok) return importFailure({ code: 'unknown-shape', keys: [] });
  const { line, column, reason } = parsed;
  return importFailure({ code: 'not-json', line, column, reason });
}
