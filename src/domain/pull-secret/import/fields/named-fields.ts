import { unwrapQuotes } from './unwrap-quotes.ts';

/** A name with its value, as a file of settings, a form or an API's answer has them. */
export interface NamedField {
  readonly name: string;
  readonly value: string;
  /** The part of the text it stands in, where the text has several. */
  readonly section?: string;
  /** The name of what holds it. */
  readonly place?: string;
}

/** Fields that belong to one registry by their names. */
export interface FieldGroup {
  readonly host?: string;
  readonly username?: string;
  readonly password: string;
}

type Role = 'host' | 'username' | 'password';

/** What names end in, the longest first; what stands before says which registry is meant. */
const endings: readonly (readonly [string, Role])[] = (
  [
    ['login_server host_name hostname server registry address host url endpoint domain', 'host'],
    ['user_name username user login robot_account robot account', 'username'],
    ['access_token api_token api_key password passwd passphrase pass pwd token secret pat', 'password'],
  ] as const
).flatMap(([words, role]) => words.split(' ').map((word) => [word, role] as const));

/** What a name before its ending has where a registry of images is meant, and no database or mail server. */
const registryWords =
  /(?:^|_)(?:registry|docker|dockerhub|container|image|images|oci|cr|ghcr|gcr|gar|acr|ecr|quay|harbor|gitlab|deploy|artifactory|jfrog|nexus|pull|robot)(?:_|$)/;
/** Names of what holds fields that do not say of what. */
const plainPlace = /^(?:with|credentials?|auth|login|inputs|env|variables|config|values|global|settings)?$/;
const line =
  /^([^\S\n]{0,40}(?:- )?)(?:export[^\S\n]+|set[^\S\n]+)?["']?([A-Za-z][\w .-]{0,60}?)["']?[^\S\n]{0,8}[=:][^\S\n]{0,8}(\S[^\n\r]*)\r?$/;
const mostFields = 500;

/**
 * The fields of a text with one in each line: a file of settings (`.env`), or a form's labels and what is in it. A
 * heading in brackets or before a colon, a brace at the end of a line and another indentation begin a new section.
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
 * The registries that named fields tell of: a password, the username with the same beginning of its name, and the
 * host, as in `HARBOR_HOST`, `HARBOR_USER`, `HARBOR_PASSWORD`. A name without any beginning counts only beside a host
 * in its section, and only where what holds it bears no other name than a registry's. Hosts that contradict each other
 * are none.
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
 * Fields without a beginning that come again belong to another registry: each run of them is a section. Where the runs
 * differ, no host can be told to be one's or the other's, and each is left without.
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

/** `REGISTRY` goes with `REGISTRY_PASSWORD`, `CI_REGISTRY` with `CI_DEPLOY_PASSWORD`, `registry_url` with `password`. */
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

/** `unix:///var/run/docker.sock`, `postgres://…`: no registry is reached so. */
function isSocket(host: string): boolean {
  return /^(?!https?:|oci:|docker:)[a-z][a-z+.-]{0,20}:\/\//i.test(host);
}

/** In a value that of a registry before others; its own value is empty where two of them differ. */
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
