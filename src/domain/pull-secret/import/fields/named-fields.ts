import { unwrapQuotes } from './unwrap-quotes.ts';

/** A name with its value, as a file of settings, a form or an API's answer has them. */
export interface NamedField {
  readonly name: string;
  readonly value: string;
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
    ['login_server host_name hostname server registry host url endpoint domain', 'host'],
    ['user_name username user login robot_account robot account', 'username'],
    ['access_token api_token api_key password passwd passphrase pass pwd token secret pat', 'password'],
  ] as const
).flatMap(([words, role]) => words.split(' ').map((word) => [word, role] as const));

/** What a name before its ending has where a registry of images is meant, and no database or mail server. */
const registryWords =
  /(?:^|_)(?:registry|docker|dockerhub|container|image|images|oci|cr|ghcr|gcr|gar|acr|ecr|quay|harbor|gitlab|deploy|artifactory|jfrog|nexus|pull|robot)(?:_|$)/;
const line =
  /^[^\S\n]{0,20}(?:export[^\S\n]+|set[^\S\n]+|- )?["']?([A-Za-z][\w .-]{0,60}?)["']?[^\S\n]{0,8}[=:][^\S\n]{0,8}(\S[^\n\r]*)\r?$/gm;
const mostFields = 500;

/** The fields of a text with one in each line: a file of settings (`.env`), or a form's labels and what is in it. */
export function fieldsOfLines(text: string): NamedField[] {
  return [...text.matchAll(line)].slice(0, mostFields).map(([, name = '', value = '']) => ({
    name,
    value: unwrapQuotes(value.trim()),
  }));
}

/**
 * The registries that named fields tell of: a password, the username with the same beginning of its name, and the
 * host, as in `HARBOR_HOST`, `HARBOR_USER`, `HARBOR_PASSWORD`. A name without any beginning counts only beside a host.
 */
export function groupFields(fields: readonly NamedField[]): FieldGroup[] {
  const known = fields.flatMap(({ name, value }) => {
    const found = roleOf(name);
    return found === undefined || value === '' ? [] : [{ ...found, value }];
  });
  const passwords = known.filter(({ role }) => role === 'password');
  return passwords.flatMap((password, index) => {
    const { prefix } = password;
    const isFirst = passwords.findIndex((one) => one.prefix === prefix) === index;
    const username = known.find((one) => one.role === 'username' && one.prefix === prefix);
    const host = known.find((one) => one.role === 'host' && belongs(one, prefix));
    const isRegistry =
      registryWords.test(prefix) || (host !== undefined && (prefix === '' || isOfRegistry(host)));
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

function roleOf(name: string): KnownName | undefined {
  const plain = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[ .-]/g, '_');
  const ending = endings.find(([word]) => plain === word || plain.endsWith(`_${word}`));
  if (ending === undefined) return undefined;
  const [word, role] = ending;
  return { role, word, prefix: plain.slice(0, -word.length).replace(/_$/, '') };
}

/** `REGISTRY` goes with `REGISTRY_PASSWORD`, and `CI_REGISTRY` with `CI_DEPLOY_PASSWORD`. */
function belongs(host: KnownName, prefix: string): boolean {
  const whole = host.prefix === '' ? host.word : `${host.prefix}_${host.word}`;
  const parent = prefix.includes('_') ? prefix.slice(0, prefix.indexOf('_')) : prefix;
  return (
    host.prefix === prefix ||
    whole === prefix ||
    (whole === `${parent}_registry` && registryWords.test(prefix))
  );
}

function isOfRegistry({ prefix, word }: KnownName): boolean {
  return word === 'registry' || registryWords.test(prefix);
}
