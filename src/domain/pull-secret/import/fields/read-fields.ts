import { decodeBase64Text } from '../../../text/base64.ts';
import { isJsonObject } from '../../../text/json-text.ts';
import type { JsonObject, JsonValue } from '../../../text/json-text.ts';
import { dockerHubKey } from '../../../registry/docker-hub.ts';
import { checkGoogleKeyFile } from '../../../token/google-key-file.ts';
import { recogniseToken } from '../../../token/token-kinds.ts';
import type { ImportedEntry, ImportSuccess, LeftOutEntry, LeftOutReason } from '../import-result.ts';
import { knownOf, openReason } from '../open-field.ts';
import { readYaml } from '../read-yaml.ts';
import { fieldsOfLines, groupFields } from './named-fields.ts';
import type { FieldGroup, NamedField } from './named-fields.ts';

/** Answers and settings files do not have credentials any deeper. */
const maxDepth = 6;

/**
 * Reads a username and a token from named fields: lines of settings (`.env`), the fields of a form, or a single token.
 * Undefined if the text has none.
 */
export function readFieldLines(text: string): ImportSuccess | undefined {
  const trimmed = text.trim();
  const isToken = !/\s/.test(trimmed) && recogniseToken(trimmed) !== undefined;
  return toSuccess(isToken ? [{ password: trimmed }] : groupFields(fieldsOfLines(text)));
}

/**
 * Reads what registries return or export as JSON or YAML: a robot account (Harbor, Quay), an authorization token
 * (Amazon ECR), an exposed token (Azure), a deploy token (GitLab), a key file (Google), values with a registry, a
 * username and a password, `registries.yaml` of k3s. `text` is the text that the value was parsed from. Undefined if
 * the value contains none of these.
 */
export function readFieldValues(value: JsonValue, text: string): ImportSuccess | undefined {
  const isKeyFile =
    isJsonObject(value) && value.get('type') === 'service_account' && checkGoogleKeyFile(text).ok;
  return toSuccess(isKeyFile ? [{ username: '_json_key', password: text.trim() }] : groupsIn(value, '', 0));
}

/** `place` is the name of the member that holds the value. */
function groupsIn(value: JsonValue, place: string, depth: number): FieldGroup[] {
  if (depth > maxDepth) return [];
  if (Array.isArray(value)) return value.flatMap((item: JsonValue) => groupsIn(item, place, depth + 1));
  if (!isJsonObject(value)) return [];
  const login = loginAction(value);
  if (login !== undefined) return login;
  const own = amazonGroup(value) ?? robotGroup(value) ?? hostGroup(value, place);
  const groups = own === undefined ? groupFields(textsOf(value, place)) : [own];
  if (groups.length > 0) return groups;
  return [...value].flatMap(([name, member]) => groupsIn(member, name, depth + 1));
}

/** A step of GitHub Actions; without a registry it logs in to Docker Hub (docker/login-action, README). */
function loginAction(step: JsonObject): FieldGroup[] | undefined {
  const uses = step.get('uses');
  const inputs = step.get('with');
  if (typeof uses !== 'string' || !uses.startsWith('docker/login-action') || !isJsonObject(inputs))
    return undefined;
  const list = inputs.get('registry-auth');
  const yaml = typeof list === 'string' ? readYaml(list) : undefined;
  const logins = yaml?.ok === true ? yaml.documents.flat() : [inputs];
  return logins.filter(isJsonObject).map((login) => {
    const [host = '', username = '', password = ''] = ['registry', 'username', 'password'].map((name) => {
      const text = login.get(name);
      return typeof text === 'string' ? text : undefined;
    });
    return { host: host === '' ? dockerHubKey : host, username, password };
  });
}

function textsOf(value: JsonObject, place = ''): NamedField[] {
  return [...value].flatMap(([name, member]) =>
    typeof member === 'string' ? [{ name, value: member, place }] : [],
  );
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_AuthorizationData.html */
function amazonGroup(value: JsonObject): FieldGroup | undefined {
  const token = value.get('authorizationToken');
  const host = value.get('proxyEndpoint');
  const login = typeof token === 'string' ? decodeBase64Text(token) : undefined;
  const colon = login?.indexOf(':') ?? -1;
  if (login === undefined || colon < 0) return undefined;
  const group = { username: login.slice(0, colon), password: login.slice(colon + 1) };
  return typeof host === 'string' ? { host, ...group } : group;
}

/**
 * A robot account of Harbor (`name`, `secret`) or Quay (`name`, `token`), or a deploy token of GitLab; none of them
 * contains a host.
 */
function robotGroup(value: JsonObject): FieldGroup | undefined {
  const username = [value.get('username'), value.get('name')].find(isRobotName);
  const password = [value.get('secret'), value.get('token')].find(
    (one) => typeof one === 'string' && one !== '',
  );
  if (typeof username !== 'string' || typeof password !== 'string') return undefined;
  const group = { username, password };
  return groupFields(textsOf(value)).some((one) => one.host !== undefined) ? undefined : group;
}

/** A login below its host, as in k3s and RKE2: `configs: host: auth: …` (docs.k3s.io/installation/private-registry). */
function hostGroup(value: JsonObject, place: string): FieldGroup | undefined {
  const auth = value.get('auth');
  if (!isJsonObject(auth) || !/^(?:localhost$|[\w-]+[.:])/.test(place)) return undefined;
  return groupFields([{ name: 'registry', value: place }, ...textsOf(auth)])[0];
}

function isRobotName(name: JsonValue | undefined): boolean {
  return typeof name === 'string' && /^(?:robot\$.+|[\w.-]+\+[\w.-]+)$/.test(name);
}

/** Turns groups of fields into registries; undefined if there are none. */
export function toSuccess(groups: readonly FieldGroup[]): ImportSuccess | undefined {
  if (groups.length === 0) return undefined;
  const results = groups.map(toEntry);
  return {
    ok: true,
    format: 'credential-fields',
    entries: results.flatMap((result) => ('entry' in result ? [result.entry] : [])),
    leftOut: results.flatMap((result) => ('leftOut' in result ? [result.leftOut] : [])),
    notices: [],
  };
}

function toEntry({
  host = '',
  username = '',
  password,
}: FieldGroup): { entry: ImportedEntry } | { leftOut: LeftOutEntry } {
  const open = openReason(host, { username, password });
  const missing: LeftOutReason | undefined =
    username === '' ? { code: 'no-username' } : password === '' ? { code: 'no-password' } : undefined;
  const reason: LeftOutReason | undefined =
    host === '' ? { code: 'no-host', field: 'host' } : (open ?? missing);
  if (reason === undefined) return { entry: { host, username, password } };
  return { leftOut: { host, ...knownOf({ username, password }), reason } };
}
