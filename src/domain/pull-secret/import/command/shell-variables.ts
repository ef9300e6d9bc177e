import type { ShellCommand, ShellWord } from './shell-commands.ts';

const assignment = /^(?:\$env:|\$)?([A-Za-z_]\w{0,100})=(.*)$/s;
const wholeVariable = /^(?:\$(?:env:)?(\w+)|\$\{(?:env:)?(\w+)\}|%(\w+)%)$/;
const keywords: ReadonlySet<string> = new Set(['export', 'set', 'declare', 'local', 'readonly', 'setx']);

/** Replaces the variables that an earlier line of the same text sets to a plain value. */
export function resolveVariables(commands: readonly ShellCommand[]): ShellCommand[] {
  const values = new Map<string, ShellWord>();
  const resolve = (word: ShellWord): ShellWord => {
    const [, ...names] = wholeVariable.exec(word.text) ?? [];
    const name = names.find((each) => each !== undefined);
    const isVariable = name !== undefined && (word.expands || word.text.startsWith('%'));
    return isVariable ? (values.get(name) ?? word) : word;
  };
  return commands.map((command) => {
    for (const [name, value] of assignments(command.words)) {
      const known = resolve(value);
      if (known.expands) values.delete(name);
      else values.set(name, known);
    }
    const words = command.words.map(resolveIn(resolve));
    return { ...command, words, ...(command.input && { input: resolve(command.input) }) };
  });
}

/** Also resolves `--name=$VARIABLE`. */
function resolveIn(resolve: (word: ShellWord) => ShellWord): (word: ShellWord) => ShellWord {
  return (word) => {
    const equals = word.text.indexOf('=');
    if (!word.text.startsWith('-') || equals < 0) return resolve(word);
    const value = resolve({ ...word, text: word.text.slice(equals + 1) });
    return { ...value, text: word.text.slice(0, equals + 1) + value.text };
  };
}

/** `NAME=value`, `export NAME=value`, and PowerShell's `$env:NAME = value`. */
function assignments(words: readonly ShellWord[]): [string, ShellWord][] {
  const [first, second, third] = words;
  const spaced = /^\$(?:env:)?(\w+)$/.exec(first?.text ?? '')?.[1];
  if (spaced !== undefined && second?.text === '=' && third !== undefined) return [[spaced, third]];
  const found: [string, ShellWord][] = [];
  for (const word of words) {
    if (keywords.has(word.text)) continue;
    const [, name, value] = assignment.exec(word.text) ?? [];
    if (name === undefined || value === undefined) break;
    found.push([name, { ...word, text: value }]);
  }
  return found;
}
