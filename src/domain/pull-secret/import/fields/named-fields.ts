import { unwrapQuotes } from './unwrap-quotes.ts';

/** A name and its value, from a settings file, a form or an API's answer. */
export interface NamedField {
  readonly name: string;
  readonly value: string;
  /** The part of the text that contains it, if the text has several. */
  readonly section?: string;
  /** The name of the object that contains it. */
  readonly place?: string;
}

/** Fields that belong to one registry, judging by their names. */
export interface FieldGroup {
  readonly host?: string;
  readonly username?: string;
  readonly password: string;
}

type Role = 'host' | 'username' | 'password';

/** How field names end, longest ending first; the text before the ending says which registry is meant. */
const endings: readonly (readonly [string, Role])[] = (
  [
    ['login_server host_name hostname server registry address host url endpoint domain', 'host'],
    ['user_name username user login robot_account robot account', 'username'],
    ['access_token api_token api_key password passwd passphrase pass pwd token secret pat', 'password'],
  ] as const
).flatMap(([words, role]) => words.split(' ').map((word) => [word, role] as const));

/** Words before the ending that mean a container registry rather than a database or mail server. */
const registryWords =
  /(?:^|_)(?:registry|docker|dockerhub|container|image|images|oci|cr|ghcr|gcr|gar|acr|ecr|quay|harbor|gitlab|deploy|artifactory|jfrog|nexus|pull|robot)(?:_|$)/;
/** Names of objects that do not say what their fields are for. */
const plainPlace = /^(?:with|credentials?|auth|login|inputs|env|variables|config|values|global|settings)?$/;
const line =
  /^([^\S\n]{0,40}(?:- )?)(?:export[^\S\n]+|set[^\S\n]+)?["']?([A-Za-z][\w .-]{0,60}?)["']?[^\S\n]{0,8}[=:][^\S\n]{0,8}(\S[^\n\r]*)\r?$/;
const mostFields = 500;

/**
 * The fields of a text with one per line: a settings file (`.env`), or labels and values of a form. A new section
 * starts at a heading in brackets or before a colon, at a line that ends with a brace, and when the indentation
 * changes.
 */
export function fieldsOfLines(text: string): NamedField[] {
  const fields: NamedField[] = [];
  let place = '';
  let section = 0;
  const lines = text.split('\n');
  for (const [index, one] of lines.entries()) {
    const field = fieldOfLine(one);
    if (field !== undefined) {
      // The first line is often copied without its indentation.
      const next = index === 0 ? fieldOfLine(lines[1] ?? '') : undefined;
      const isOfNext = next !== undefined && roleOf(next.name) !== undefined;
      const { indent } = isOfNext ? next : field;
      fields.push({ name: field.name, value: field.value, place, section: `${section}:${indent}` });
    } else if (isHeading(one.trim())) {
      section += 1;
      place = one.replaceAll(/[^\w-]+/g, ' ').trim();
    }
    if (fields.length === mostFields) break;
  }
  return fields;
}

function isHeading(text: string): boolean {
  return text.startsWith('[') || /[{}][,;)]{0,3}$|^[^\s:]{1,60}:$/.test(text);
}

function fieldOfLine(text: string): (NamedField & { indent: number }) | undefined {
  const [, before = '', name = '', value = ''] = line.exec(text) ?? [];
  if (name === '' || /[{[(]$/.test(value.trim())) return undefined;
  const plain = unwrapQuotes(value.trim().replace(/(["'])[,;]$/, '$1'));
  return { name, value: plain, indent: before.length };
}

/**
 * Groups named fields by registry: a password, the username whose name has the same prefix, and the host, as in
 * `HARBOR_HOST`, `HARBOR_USER`, `HARBOR_PASSWORD`. A name without a prefix counts only with a host in its section, and
 * only if the object around it is not named after something else than a registry. Contradictory hosts are dropped.
 */
export function groupFields(fields: readonly NamedField[]): FieldGroup[] {
  const named = fields.slice(0, mostFields).flatMap((field): KnownField[] => {
    const found = roleOf(field.name);
    const isKnown = found !== undefined && field.value !== '';
    return isKnown && !(found.role === 'host' && isSocket(field.value)) ? [{ ...field, ...found }] : [];
  });
  const known = tellApart(named);
  const passwords = known.filter(({ role }) => role === 'password');
  return passwords.flatMap((password, index) => {
    const { prefix } = password;
    const isBeside = (one: KnownField) => prefix !== '' || one.section === password.section;
    const isFirst = passwords.findIndex((one) => one.prefix === prefix && isBeside(one)) === index;
    const username = known.find((one) => one.role === 'username' && one.prefix === prefix && isBeside(one));
    const host = hostOf(known.filter((one) => one.role === 'host' && belongs(one, prefix) && isBeside(one)));
    const isRegistry =
      registryWords.test(prefix) ||
      (host !== undefined && (isOfRegistry(host) || (prefix === '' && isPlaceOfRegistry(host))));
    if (!isFirst || !isRegistry || (username ?? host) === undefined) return [];
    return [
      {
        ...(host === undefined ? {} : { host: host.value }),
        ...(username === undefined ? {} : { username: username.value }),
        password: password.value,
      },
    ];
  });
}

interface KnownName {
  readonly role: Role;
  readonly prefix: string;
  readonly word: string;
}

type KnownField = NamedField & KnownName;

/**
 * Repeated fields without a prefix belong to another registry: each run of them becomes a section. If the runs have
 * different fields, the hosts cannot be assigned to one of them, so each host becomes empty.
 */
function tellApart(known: readonly KnownField[]): KnownField[] {
  const sections = new Map<string, KnownField[][]>();
  for (const field of known) {
    if (field.prefix !== '' || field.section === undefined) continue;
    const runs = sections.get(field.section) ?? [[]];
    sections.set(field.section, runs);
    if (runs[0]?.[0]?.role === field.role) runs.push([]);
    runs.at(-1)?.push(field);
  }
  const plain = [...sections].flatMap(([section, runs]) => {
    const isClear = new Set(runs.map(rolesOf)).size === 1;
    const host = isClear ? undefined : runs.flat().find(({ role }) => role === 'host');
    return runs.flatMap((run, index) => {
      const own = isClear ? run : run.filter(({ role }) => role !== 'host');
      const open = host === undefined ? [] : [{ ...host, value: '' }];
      return [...own, ...open].map((field) => ({ ...field, section: `${section}.${index}` }));
    });
  });
  return [...known.filter(({ prefix, section }) => prefix !== '' || section === undefined), ...plain];
}

function rolesOf(run: readonly KnownField[]): string {
  return [...new Set(run.map(({ role }) => role))].toSorted().join(' ');
}

function plainName(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[ .-]/g, '_');
}

function roleOf(name: string): KnownName | undefined {
  const plain = plainName(name);
  const ending = endings.find(([word]) => plain === word || plain.endsWith(`_${word}`));
  if (ending === undefined) return undefined;
  const [word, role] = ending;
  return { role, word, prefix: plain.slice(0, -word.length).replace(/_$/, '') };
}

/** `REGISTRY` belongs to `REGISTRY_PASSWORD`, `CI_REGISTRY` to `CI_DEPLOY_PASSWORD`, `registry_url` to `password`. */
function belongs(host: KnownName, prefix: string): boolean {
  const whole = host.prefix === '' ? host.word : `${host.prefix}_${host.word}`;
  const parent = prefix.includes('_') ? prefix.slice(0, prefix.indexOf('_')) : prefix;
  return (
    host.prefix === prefix ||
    (prefix === '' && host.prefix === 'registry') ||
    whole === prefix ||
    (whole === `${parent}_registry` && registryWords.test(prefix))
  );
}

/** `unix:///var/run/docker.sock`, `postgres://…`: not the address of a registry. */
function isSocket(host: string): boolean {
  return /^(?!https?:|oci:|docker:)[a-z][a-z+.-]{0,20}:\/\//i.test(host);
}

/** In a parsed value, a registry's host is preferred over others. The result is empty if two hosts differ. */
function hostOf(hosts: readonly KnownField[]): KnownField | undefined {
  const named = hosts.filter((one) => one.section === undefined && isOfRegistry(one));
  const [first, ...others] = named.length > 0 ? named : hosts;
  const bare = ({ value }: KnownField) => value.replace(/^https?:\/\//, '').replace(/\/.*$/s, '');
  return first && others.some((other) => bare(other) !== bare(first)) ? { ...first, value: '' } : first;
}

function isPlaceOfRegistry({ place = '' }: KnownField): boolean {
  const plain = plainName(place);
  return plainPlace.test(plain) || registryWords.test(plain);
}

function isOfRegistry({ prefix, word }: KnownName): boolean {
  return word === 'registry' || word === 'login_server' || registryWords.test(prefix);
}
