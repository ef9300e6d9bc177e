import { isJsonObject } from '../../text/json-text.ts';
import type { JsonObject, JsonValue } from '../../text/json-text.ts';
import { foldFields } from './fold-fields.ts';
import { importFailure } from './import-result.ts';
import type { ImportFailure, ImportFindings, LeftOutEntry } from './import-result.ts';
import { looksLikeEntry, readAuths } from './read-auths.ts';

/** What was found, and in which of Docker's two file formats. */
export type DockerConfigResult =
  | ({ readonly ok: true; readonly format: 'docker-config' | 'docker-auths' } & ImportFindings)
  | ImportFailure;

const configFields = ['auths', 'credsStore', 'credHelpers'];

/**
 * Reads a Docker `config.json` (or the `auth.json` of podman and skopeo), or the bare map of hosts of the old
 * `.dockercfg`. Hosts whose credential is kept by a helper program are left out; other fields are reported as dropped.
 */
export function readDockerConfig(value: JsonValue): DockerConfigResult {
  if (!isJsonObject(value)) return importFailure({ code: 'unknown-shape', keys: [] });
  const config = foldFields(value, configFields);
  if (!configFields.some((field) => config.has(field))) return readBareAuths(value);
  const auths = config.get('auths') ?? new Map<string, JsonValue>();
  if (!isJsonObject(auths)) return importFailure({ code: 'auths-not-an-object' });
  const findings = readAuths(auths);
  const fields = [...config.keys()].filter((key) => key !== 'auths');
  const leftOut = withHelpers(findings.leftOut, config);
  const store = storeOf(config);
  if (store !== undefined && findings.entries.length + leftOut.length === 0) {
    return importFailure({ code: 'only-credential-store', store });
  }
  const dropped = fields.length === 0 ? [] : [{ code: 'dropped-fields', fields } as const];
  return found('docker-config', {
    entries: findings.entries,
    leftOut,
    notices: [...findings.notices, ...dropped],
  });
}

/** Some keys must look like registries, because a service binding also has named credentials. */
function readBareAuths(value: JsonObject): DockerConfigResult {
  const members = [...value];
  const hosts = members.filter(([key]) => /[.:]/.test(key) || key === 'localhost');
  const allBlank = hosts.length > 0 && members.every(([, member]) => isBlank(member));
  if (!hosts.some(([, member]) => looksLikeEntry(member)) && !allBlank) {
    return importFailure({ code: 'unknown-shape', keys: [...value.keys()].slice(0, 5) });
  }
  return found('docker-auths', readAuths(value));
}

function isBlank(value: JsonValue): boolean {
  return value === null || (isJsonObject(value) && value.size === 0);
}

function found(format: 'docker-config' | 'docker-auths', findings: ImportFindings): DockerConfigResult {
  if (findings.entries.length + findings.leftOut.length === 0)
    return importFailure({ code: 'no-registries' });
  return { ok: true, format, ...findings };
}

/** Adds the helper program to entries without a credential, and adds hosts that only a helper knows. */
function withHelpers(leftOut: readonly LeftOutEntry[], config: JsonObject): LeftOutEntry[] {
  const helpersValue = config.get('credHelpers');
  const helpers: JsonObject = isJsonObject(helpersValue) ? helpersValue : new Map<string, JsonValue>();
  const store = storeOf(config);
  const auths = config.get('auths');
  const explained = leftOut.map((entry): LeftOutEntry => {
    if (entry.reason.code !== 'no-credential') return entry;
    const helper = helpers.get(entry.host);
    if (typeof helper === 'string') return { ...entry, reason: { code: 'credential-helper', helper } };
    return store === undefined ? entry : { ...entry, reason: { code: 'credential-store', store } };
  });
  const others = [...helpers].filter(([host]) => !isJsonObject(auths) || !auths.has(host));
  return [
    ...explained,
    ...others.map(([host, helper]): LeftOutEntry => {
      return {
        host,
        reason: { code: 'credential-helper', helper: typeof helper === 'string' ? helper : '' },
      };
    }),
  ];
}

function storeOf(config: JsonObject): string | undefined {
  const store = config.get('credsStore');
  return typeof store === 'string' && store !== '' ? store : undefined;
}
