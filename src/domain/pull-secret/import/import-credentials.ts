import { parseJsonText } from '../../text/json-text.ts';
import { readCommands } from './command/read-commands.ts';
import { readFences } from './command/transcript.ts';
import { readFieldLines, readFieldValues } from './fields/read-fields.ts';
import { maxImportBytes, importFailure } from './import-result.ts';
import type { ImportFailure, ImportResult } from './import-result.ts';
import { notJson, readBase64, readJson, readManifest } from './read-structured.ts';
import { readOutermostJson, readQuotedConfigs } from './read-surrounded.ts';
import { readYaml } from './read-yaml.ts';
import { readDocuments } from './read-document.ts';

type Reader = (text: string) => ImportResult | undefined;

/** In the order in which they are tried: the first that finds registries is right. */
const readers: readonly Reader[] = [
  readManifest,
  readCommands,
  (text) => readBase64(text.trimEnd().replace(/%$/, '')),
  readOutermostJson,
  readQuotedConfigs,
  readOtherYaml,
  readFieldLines,
];

const yamlKey = /^[ \t]*(?:- [ \t]*)?["']?[\w./-]+["']?[ \t]*:(?:\s|$)/m;

/**
 * Reads registry credentials out of text in any of the formats they come in: a Docker `config.json` or its bare
 * `auths`, Kubernetes Secrets (YAML or JSON), the body of an AI Core request, command lines, and any of the
 * JSON formats in base64 or quoted as a JSON string, whatever stands around them. Never throws; a problem never
 * holds a part of the text that may be a credential.
 */
export async function importCredentials(text: string): Promise<ImportResult> {
  const bytes = text.length > maxImportBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > maxImportBytes) return importFailure({ code: 'too-large', bytes, maxBytes: maxImportBytes });
  if (text.includes('\0')) return importFailure({ code: 'binary' });
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return importFailure({ code: 'empty' });
  const result = withFieldValues(readJson(content) ?? readAny(content), content);
  // Bytes that were not text: a replacement character may stand in a password, but not in a broken text.
  return !result.ok && content.includes('\uFFFD') ? importFailure({ code: 'binary' }) : result;
}

function readAny(text: string): ImportResult {
  const body = readFences(text);
  // What begins like JSON is told as that, even if a part of it looks like something else.
  let problem: ImportFailure | undefined = /^\s*[[{]/.test(body) ? notJson(body) : undefined;
  for (const read of readers) {
    const result = read(body);
    if (result?.ok === true) return result;
    problem ??= result;
  }
  return problem ?? notJson(text);
}

/** The result, or what of another shape stands under names that tell of a registry. */
function withFieldValues(result: ImportResult, text: string): ImportResult {
  if (result.ok || result.problem.code !== 'unknown-shape' || result.problem.within !== undefined)
    return result;
  const json = parseJsonText(text);
  if (json.ok) return readFieldValues(json.value, text) ?? result;
  const yaml = readYaml(readFences(text));
  return (yaml.ok ? readFieldValues(yaml.documents, text) : undefined) ?? result;
}

function readOtherYaml(text: string): ImportResult | undefined {
  if (/^\s*[[{]/.test(text) || !yamlKey.test(text)) return undefined;
  const yaml = readYaml(text);
  return yaml.ok ? readDocuments(yaml.documents, yaml.notices) : yaml;
}
