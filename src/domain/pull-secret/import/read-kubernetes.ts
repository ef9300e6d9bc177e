import { isJsonObject } from '../../text/json-text.ts';
import type { JsonObject, JsonValue } from '../../text/json-text.ts';
import { importFailure } from './import-result.ts';
import type { ImportFindings, ImportNotice, ImportProblem, ImportResult } from './import-result.ts';
import { readEmbedded, readEncoded } from './read-embedded.ts';

const configKeys = ['.dockerconfigjson', '.dockercfg'] as const;

interface UnreadSecret {
  readonly ok: false;
  readonly secretName: string | undefined;
  readonly problem: ImportProblem;
}

type SecretResult =
  | ({ readonly ok: true; readonly secretName: string | undefined } & ImportFindings)
  | UnreadSecret;

/** True for a Kubernetes object of any kind. */
export function isKubernetesObject(value: JsonValue): value is JsonObject {
  return isJsonObject(value) && typeof value.get('kind') === 'string';
}

/**
 * Reads pull secrets (kubernetes.io/dockerconfigjson, or the old kubernetes.io/dockercfg) from the documents of a
 * manifest, including lists. Other objects are reported; a secret that cannot be read does not hide the others.
 */
export function readKubernetes(documents: readonly JsonValue[]): ImportResult {
  const objects = documents.flatMap(listItems);
  const pullSecrets = objects.filter(isPullSecret);
  const kinds = objects.filter((object) => !isPullSecret(object)).map(describeKind);
  const results = pullSecrets.map(readSecret);
  const read = results.flatMap((result) => (result.ok ? [result] : []));
  const failed = results.flatMap((result) => (result.ok ? [] : [result]));
  const [first] = read;
  if (first === undefined) return importFailure(failed[0]?.problem ?? { code: 'no-secret', kinds });
  const several = results.length > 1;
  const secretNames = results.map(({ secretName }) => secretName ?? '');
  const notices: ImportNotice[] = [
    ...(several ? [{ code: 'several-secrets', secretNames } as const] : []),
    ...(kinds.length > 0 ? [{ code: 'ignored-documents', kinds } as const] : []),
    ...failed.map(unreadableNotice),
    ...read.flatMap((result) => result.notices),
  ];
  const tag = (secretName: string | undefined) => (several ? nameOf(secretName) : {});
  return {
    ok: true,
    format: 'kubernetes-secret',
    ...(several ? {} : nameOf(first.secretName)),
    entries: read.flatMap(({ entries, secretName }) =>
      entries.map((entry) => ({ ...entry, ...tag(secretName) })),
    ),
    leftOut: read.flatMap(({ leftOut, secretName }) =>
      leftOut.map((entry) => ({ ...entry, ...tag(secretName) })),
    ),
    notices,
  };
}

function listItems(document: JsonValue): JsonValue[] {
  if (!isJsonObject(document)) return document === null ? [] : [document];
  const items = document.get('items');
  const kind = document.get('kind');
  const isList = typeof kind === 'string' && kind.endsWith('List');
  return isList && Array.isArray(items) ? items.flatMap(listItems) : [document];
}

function isPullSecret(object: JsonValue): object is JsonObject {
  if (!isJsonObject(object) || object.get('kind') !== 'Secret') return false;
  const type = object.get('type');
  return type === 'kubernetes.io/dockerconfigjson' || type === 'kubernetes.io/dockercfg' || hasKey(object);
}

function hasKey(secret: JsonObject): boolean {
  return configKeys.some(
    (key) => field(secret, 'data', key) !== undefined || field(secret, 'stringData', key) !== undefined,
  );
}

function describeKind(object: JsonValue): string {
  const kind = isJsonObject(object) ? object.get('kind') : undefined;
  const type = isJsonObject(object) ? object.get('type') : undefined;
  if (kind === 'Secret' && typeof type === 'string') return `Secret (${type})`;
  return typeof kind === 'string' ? kind : '';
}

function readSecret(secret: JsonObject): SecretResult {
  const name = field(secret, 'metadata', 'name');
  const secretName = typeof name === 'string' ? name : undefined;
  for (const key of configKeys) {
    const plain = field(secret, 'stringData', key);
    const encoded = field(secret, 'data', key);
    if (plain === undefined && encoded === undefined) continue;
    const result = plain === undefined ? readEncoded(encoded ?? null, key) : readEmbedded(plain, key);
    if (!result.ok) return { ok: false, secretName, problem: result.problem };
    const notices: readonly ImportNotice[] =
      plain === undefined || encoded === undefined
        ? []
        : [{ code: 'string-data-overrides', ...nameOf(secretName) }];
    return {
      ok: true,
      secretName,
      entries: result.entries,
      leftOut: result.leftOut,
      notices: [...notices, ...result.notices],
    };
  }
  return {
    ok: false,
    secretName,
    problem: { code: 'unknown-shape', keys: dataKeys(secret), within: 'data' },
  };
}

function unreadableNotice({ problem, secretName }: UnreadSecret): ImportNotice {
  return { code: 'unreadable-secret', ...nameOf(secretName), problem };
}

function dataKeys(secret: JsonObject): string[] {
  const data = secret.get('data');
  return isJsonObject(data) ? [...data.keys()].slice(0, 5) : [];
}

function field(object: JsonObject, parent: string, key: string): JsonValue | undefined {
  const value = object.get(parent);
  return isJsonObject(value) ? value.get(key) : undefined;
}

function nameOf(secretName: string | undefined): { secretName?: string } {
  return secretName === undefined ? {} : { secretName };
}
