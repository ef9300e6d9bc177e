import { isJsonObject, parseJsonText } from '../../text/json-text.ts';
import type { JsonObject, JsonValue } from '../../text/json-text.ts';
import { combineResults } from './import-result.ts';
import type { ImportSuccess } from './import-result.ts';
import { readDockerConfig } from './read-docker-config.ts';
import { readEmbedded, readEncoded } from './read-embedded.ts';
import { readHclExpression } from './terraform/hcl-reader.ts';

const configKey = '.dockerconfigjson';
const maxDepth = 20;
/** How Terraform's JSON syntax writes a call of `jsonencode`. */
const encodedExpression = /^\s*\$\{(jsonencode\(.*)\}\s*$/s;

/**
 * Reads every Docker config nested anywhere in a value: Terraform's `kubernetes_secret`, CI variables, the values of a
 * chart. Undefined if no readable one is found.
 */
export function readNested(value: JsonValue): ImportSuccess | undefined {
  return combineResults(configsIn(value, undefined, 0));
}

function configsIn(value: JsonValue, name: string | undefined, depth: number): ImportSuccess[] {
  if (depth > maxDepth) return [];
  if (typeof value === 'string') return configsInText(value, name, depth);
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => configsIn(item, name, depth + 1));
  if (!isJsonObject(value)) return [];
  const own = readOwn(value);
  if (own?.ok === true) return [{ ...own, ...(name === undefined ? {} : { secretName: name }) }];
  const inner = nameOf(value) ?? name;
  return [...value.values()].flatMap((member) => configsIn(member, inner, depth + 1));
}

function readOwn(value: JsonObject): ReturnType<typeof readDockerConfig> | undefined {
  const content = value.get(configKey);
  if (content === undefined) return isJsonObject(value.get('auths')) ? readDockerConfig(value) : undefined;
  const parsed = typeof content === 'string' ? parseText(content) : content;
  const result = readEmbedded(parsed ?? content, configKey);
  return result.ok ? result : readEncoded(content, configKey);
}

function configsInText(text: string, name: string | undefined, depth: number): ImportSuccess[] {
  if (!text.includes('auths')) return [];
  const parsed = parseText(text);
  return parsed === undefined || typeof parsed === 'string' ? [] : configsIn(parsed, name, depth + 1);
}

function parseText(text: string): JsonValue | undefined {
  const expression = encodedExpression.exec(text)?.[1];
  if (expression !== undefined) return readHclExpression(expression);
  const json = parseJsonText(text);
  return json.ok ? json.value : undefined;
}

/** `metadata.name`, or Terraform's `metadata { name = … }`, which is a list. */
function nameOf(value: JsonObject): string | undefined {
  const metadata = [value.get('metadata') ?? null].flat()[0] ?? null;
  const name = isJsonObject(metadata) ? metadata.get('name') : undefined;
  return typeof name === 'string' && /^[\w.-]+$/.test(name) ? name : undefined;
}
