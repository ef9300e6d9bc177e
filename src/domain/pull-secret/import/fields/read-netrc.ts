import type { FieldGroup } from './named-fields.ts';

const machine = /^[^\S\n]{0,40}machine\s/m;
const word = /"((?:[^"\\\n]|\\[^\n])*)"|(\S+)/g;
const hasHost = /[.:$]|^localhost$/;

/**
 * The machines of a `.netrc` (GNU inetutils; quotes as in curl and Go). `default`, comments and macros are skipped.
 * Undefined if the text is not a `.netrc`.
 */
export function readNetrc(text: string): FieldGroup[] | undefined {
  const start = machine.exec(text)?.index;
  if (start === undefined) return undefined;
  const words = [...withoutMacros(text.slice(start)).matchAll(word)].map(
    ([, quoted, plain = '']) => quoted?.replaceAll(/\\(.)/g, '$1') ?? plain,
  );
  const groups: { host: string; username: string; password: string }[] = [];
  let current: (typeof groups)[number] | undefined;
  for (let index = 0; index < words.length; index += 2) {
    const next = words[index + 1] ?? '';
    switch (words[index] ?? '') {
      case 'machine':
        current = { host: next, username: '', password: '' };
        groups.push(current);
        break;
      case 'login':
      case 'password': {
        // A second one means that a `machine` is missing in between.
        const field = words[index] === 'login' ? 'username' : 'password';
        if (current?.[field] !== '') current = undefined;
        else current[field] = next;
        break;
      }
      case 'account':
        break;
      case 'default':
        current = undefined;
        index -= 1;
        break;
      default:
        return toGroups(groups);
    }
  }
  return toGroups(groups);
}

function toGroups(groups: readonly Required<FieldGroup>[]): FieldGroup[] | undefined {
  const known = groups.filter(
    ({ host, username, password }) => hasHost.test(host) && username + password !== '',
  );
  return known.length === 0 ? undefined : known;
}

/** A comment takes a whole line, since a password may start with `#`; a macro ends with an empty line. */
function withoutMacros(text: string): string {
  let inMacro = false;
  const kept = text.split('\n').map((line) => {
    if (inMacro) inMacro = line.trim() !== '';
    if (inMacro || /^\s*#/.test(line)) return '';
    const at = /(?:^|\s)macdef\s/.exec(line)?.index;
    inMacro = at !== undefined;
    return line.slice(0, at);
  });
  return kept.join('\n');
}
