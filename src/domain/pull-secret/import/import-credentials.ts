import { parseJsonText } from '../../text/json-text.ts';
import type { JsonValue } from '../../text/json-text.ts';
import { readCommands } from './command/read-commands.ts';
import { readFences } from './command/transcript.ts';
import { readFieldLines, readFieldValues, toSuccess } from './fields/read-fields.ts';
import { readNetrc } from './fields/read-netrc.ts';
import { maxImportBytes, importFailure } from './import-result.ts';
import type { ImportFailure, ImportResult, ImportSuccess } from './import-result.ts';
import { readNested } from './read-nested.ts';
import { notJson, readBase64, readJson, readManifest } from './read-structured.ts';
import { readOutermostJson, readQuotedConfigs } from './read-surrounded.ts';
import { readYaml, type YamlResult } from './read-yaml.ts';
import { readDocuments } from './read-document.ts';
import { readHcl } from './terraform/hcl-reader.ts';

type Reader = (text: string) => ImportResult | undefined;

/** In the order in which they are tried: the first that finds registries wins. */
const readers: readonly Reader[] = [
  readManifest,
  readNetrcText,
  readCommands,
  (text) => readBase64(text.trimEnd().replace(/%$/, '')),
  readOutermostJson,
  readQuotedConfigs,
  readOtherYaml,
  readTerraform,
  readFieldLines,
];

/** `resource "kubernetes_secret" "docker" {`, `data = {`, `jsonencode({` */
const hclBlock =
  /^[^\S\n]{0,60}[\w-]{1,60}(?:[^\S\n]{0,20}(?:=|"[^"\n]{0,200}")){0,3}[^\S\n]{0,20}(?:\w{1,20}\()?\{[^\S\n]*\r?$/m;
const yamlKey = /^[ \t]*(?:- [ \t]*)?["']?[\w./-]+["']?[ \t]*:(?:\s|$)/m;

/**
 * Reads registry credentials from text in any of the usual formats: a Docker `config.json` or its bare `auths`,
 * Kubernetes Secrets (YAML or JSON), the body of an AI Core request, command lines, named fields, and any of the JSON
 * formats in base64 or quoted as a JSON string, with or without other text around them. Never throws; a problem never
 * contains a part of the text that may be a credential.
 */
export async function importCredentials(text: string): Promise<ImportResult> {
  const bytes = text.length > maxImportBytes ? text.length : new TextEncoder().encode(text).length;
  if (bytes > maxImportBytes) return importFailure({ code: 'too-large', bytes, maxBytes: maxImportBytes });
  if (text.includes('\0')) return importFailure({ code: 'binary' });
  const content = text.replace(/^\uFEFF/, '');
  if (content.trim() === '') return importFailure({ code: 'empty' });
  const result = withFieldValues(readJson(content) ?? readAny(content), content);
  // The file was not text: a password may contain a replacement character, but then the rest is readable.
  return !result.ok && content.includes('\uFFFD') ? importFailure({ code: 'binary' }) : result;
}

function readAny(text: string): ImportResult {
  const body = readFences(text);
  // Text that starts like JSON is reported as broken JSON, even if a part of it looks like something else.
  let problem: ImportFailure | undefined = /^\s*[[{]/.test(body) ? notJson(body) : undefined;
  for (const read of readers) {
    const result = read(body);
    if (result?.ok === true) return result;
    problem ??= result;
  }
  return problem ?? notJson(text);
}

/** The result, or for an unknown shape, what its field names reveal about a registry. */
function withFieldValues(result: ImportResult, text: string): ImportResult {
  if (result.ok || result.problem.code !== 'unknown-shape' || result.problem.within !== undefined)
    return result;
  const json = parseJsonText(text);
  if (json.ok) return readAnywhere(json.value, text) ?? result;
  const yaml = readYaml(readFences(text));
  return (yaml.ok ? readYamlFields(yaml, text) : undefined) ?? result;
}

function readAnywhere(value: JsonValue, text: string): ImportSuccess | undefined {
  return readNested(value) ?? readFieldValues(value, text);
}

/** If a key occurs twice, the value only has the last one; the lines of the text contain both. */
function readYamlFields(
  { documents, notices }: YamlResult & { ok: true },
  text: string,
): ImportSuccess | undefined {
  return notices.length === 0 ? readAnywhere(documents, text) : undefined;
}

function readNetrcText(text: string): ImportSuccess | undefined {
  const groups = readNetrc(text);
  return groups && toSuccess(groups);
}

function readTerraform(text: string): ImportSuccess | undefined {
  const body = hclBlock.test(text) ? readHcl(text) : undefined;
  return body && readAnywhere(body, text);
}

function readOtherYaml(text: string): ImportResult | undefined {
  if (/^\s*[[{]/.test(text) || !yamlKey.test(text)) return undefined;
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  const result = readDocuments(yaml.documents, yaml.notices);
  // Indentation matters in YAML, so lines are read one by one only if the text is not YAML.
  return result.ok ? result : (readYamlFields(yaml, text) ?? result);
}
