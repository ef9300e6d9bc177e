import { decodeBase64Text } from '../../text/base64.ts';
import { parseJsonText } from '../../text/json-text.ts';
import type { JsonValue } from '../../text/json-text.ts';
import { importFailure } from './import-result.ts';
import type { ImportFailure, ImportNotice } from './import-result.ts';
import { readDockerConfig } from './read-docker-config.ts';
import type { DockerConfigResult } from './read-docker-config.ts';

/**
 * Decodes base64 that may be wrapped into lines, may have lost the `=` at its end, or may use the URL alphabet (RFC
 * 4648, section 5); undefined if it is not base64.
 */
export function decodeWrappedBase64(text: string): string | undefined {
  const compact = text.replaceAll(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
  return decodeBase64Text(compact.padEnd(Math.ceil(compact.length / 4) * 4, '='));
}

/** Reads the Docker config in the field `within`, given as text or, by mistake, as an object. */
export function readEmbedded(value: JsonValue, within: string): DockerConfigResult {
  if (typeof value !== 'string') return inField(readDockerConfig(value), within);
  const parsed = parseJsonText(value.replace(/^\uFEFF/, ''));
  if (!parsed.ok) {
    const { line, column, reason } = parsed;
    return importFailure({ code: 'not-json', line, column, reason, within });
  }
  const notices = parsed.duplicates.map((path): ImportNotice => {
    return { code: 'duplicate-key', path: [within, ...path] };
  });
  const result = inField(readDockerConfig(parsed.value), within);
  return result.ok ? { ...result, notices: [...notices, ...result.notices] } : result;
}

function inField(result: DockerConfigResult, within: string): DockerConfigResult {
  if (result.ok) return result;
  const { problem } = result;
  const hasPlace = problem.code === 'unknown-shape' || problem.code === 'auths-not-an-object';
  return hasPlace ? importFailure({ ...problem, within }) : result;
}

/** Like readEmbedded, for base64 text. */
export function readEncoded(value: JsonValue, within: string): DockerConfigResult | ImportFailure {
  const text = typeof value === 'string' ? decodeWrappedBase64(value) : undefined;
  return text === undefined ? importFailure({ code: 'bad-base64', within }) : readEmbedded(text, within);
}
