/** A word of a command line, quotes removed. */
export interface ShellWord {
  readonly text: string;
  /** True where the shell would replace something in it: a variable or the output of a command. */
  readonly expands: boolean;
}

export type ShellResult =
  | { readonly ok: true; readonly commands: readonly (readonly ShellWord[])[] }
  | { readonly ok: false };

const separatorPattern = /^(?:\r\n|[\n\r]|&&|\|\||[;|&])/;
const continuation = /^(?:\\\r?\n|`\r?\n|\^\r?\n)/;
const expansionPattern = /^(?:\$\{[^}]*\}|\$\([^)]*\)|\$[A-Za-z_]\w*|\$[0-9@*#?$!-]|`[^`]*`)/;
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

/**
 * Splits command lines into commands and words as a POSIX shell does (quotes, escapes, `$'…'`, comments), also
 * joining lines that end in PowerShell's backtick or cmd's caret. Nothing is expanded: variables stay as they
 * are typed and are marked. Not ok where a quote is never closed.
 */
export function splitShellCommands(text: string): ShellResult {
  const commands: ShellWord[][] = [[]];
  let word: { text: string; expands: boolean } | undefined;
  let index = 0;
  const add = (piece: string, expands = false): void => {
    word = { text: (word?.text ?? '') + piece, expands: (word?.expands ?? false) || expands };
  };
  const endWord = (): void => {
    if (word !== undefined) commands.at(-1)?.push(word);
    word = undefined;
  };
  while (index < text.length) {
    const rest = text.slice(index, index + 4096);
    const character = rest.charAt(0);
    const skipped = continuation.exec(rest)?.[0];
    const separator = separatorPattern.exec(rest)?.[0];
    if (skipped !== undefined) {
      index += skipped.length;
    } else if (separator !== undefined) {
      endWord();
      commands.push([]);
      index += separator.length;
    } else if (/\s/.test(character)) {
      endWord();
      index += 1;
    } else if (character === '#' && word === undefined) {
      index += /^[^\n\r]*/.exec(text.slice(index))?.[0].length ?? 0;
    } else if (character === "'" || rest.startsWith("$'")) {
      const isAnsi = character === '$';
      const quoted = readSingleQuoted(text, index + (isAnsi ? 2 : 1), isAnsi);
      if (quoted === undefined) return { ok: false };
      add(quoted.text);
      index = quoted.end;
    } else if (character === '"') {
      const quoted = readDoubleQuoted(text, index + 1);
      if (quoted === undefined) return { ok: false };
      add(quoted.text, quoted.expands);
      index = quoted.end;
    } else if (character === '\\') {
      add(rest.charAt(1));
      index += 2;
    } else {
      const expansion = expansionPattern.exec(rest)?.[0];
      add(expansion ?? character, expansion !== undefined);
      index += expansion?.length ?? 1;
    }
  }
  endWord();
  return { ok: true, commands: commands.filter((words) => words.length > 0) };
}

function readSingleQuoted(
  text: string,
  start: number,
  isAnsi: boolean,
): { text: string; end: number } | undefined {
  let value = '';
  for (let index = start; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === "'") return { text: value, end: index + 1 };
    if (isAnsi && character === '\\') {
      index += 1;
      const escaped = text.charAt(index);
      value += escapes[escaped] ?? `\\${escaped}`;
    } else {
      value += character;
    }
  }
  return undefined;
}

function readDoubleQuoted(
  text: string,
  start: number,
): { text: string; expands: boolean; end: number } | undefined {
  let value = '';
  let expands = false;
  let index = start;
  while (index < text.length) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '"') return { text: value, expands, end: index + 1 };
    if (character === '\\' && '$`"\\\n'.includes(next) && next !== '') {
      value += next === '\n' ? '' : next;
      index += 2;
      continue;
    }
    const expansion = expansionPattern.exec(text.slice(index, index + 4096))?.[0];
    expands ||= expansion !== undefined;
    value += expansion ?? character;
    index += expansion?.length ?? 1;
  }
  return undefined;
}
