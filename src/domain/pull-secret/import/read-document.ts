import { isJsonObject } from '../../text/json-text.ts';
import type { JsonObject, JsonValue } from '../../text/json-text.ts';
import type { ImportNotice, ImportResult } from './import-result.ts';
import { readDockerConfig } from './read-docker-config.ts';
import { decodeWrappedBase64, readEmbedded } from './read-embedded.ts';
import { isKubernetesObject, readKubernetes } from './read-kubernetes.ts';

const configKey = '.dockerconfigjson';

/**
 * Recognises parsed JSON or YAML documents and reads their credentials: Kubernetes objects, the body of an AI Core
 * request, or a Docker config.
 */
export function readDocuments(
  documents: readonly JsonValue[],
  notices: readonly ImportNotice[],
): ImportResult {
  const [first = null] = documents;
  const result = documents.some(isKubernetesObject) ? readKubernetes(documents) : readDocument(first);
  return result.ok ? { ...result, notices: [...notices, ...result.notices] } : result;
}

function readDocument(value: JsonValue): ImportResult {
  const data = isJsonObject(value) ? (value.get('data') ?? value) : value;
  if (!isJsonObject(value) || !isJsonObject(data) || !data.has(configKey)) return readDockerConfig(value);
  return readRequest(value, data);
}

function readRequest(request: JsonObject, data: JsonObject): ImportResult {
  const content = data.get(configKey) ?? null;
  // The body should contain plain JSON text, but the value is often copied from a Kubernetes Secret, in base64.
  const decoded = typeof content === 'string' ? decodeWrappedBase64(content) : undefined;
  const result = readEmbedded(decoded ?? content, configKey);
  if (!result.ok) return result;
  const name = request.get('name');
  const fields = [...request.keys()].filter((key) => !['name', 'data', configKey].includes(key));
  return {
    ...result,
    format: 'ai-core-request',
    ...(typeof name === 'string' ? { secretName: name } : {}),
    notices: [...(fields.length > 0 ? [{ code: 'dropped-fields', fields } as const] : []), ...result.notices],
  };
}
