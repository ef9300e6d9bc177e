import { programOf } from './command-tools.ts';
import type { CommandTool } from './command-tools.ts';
import type { ShellWord } from './shell-commands.ts';

export interface CommandArguments {
  /** The values of each option, in order; the values of a switch are empty. */
  readonly options: ReadonlyMap<string, readonly ShellWord[]>;
  readonly positionals: readonly ShellWord[];
  /** True if an unknown option may have taken a word that was meant as a positional. */
  readonly unclear: boolean;
}

const emptyWord: ShellWord = { text: '', expands: false, quoted: false };
const otherNames: Readonly<Record<string, string>> = {
  '-u': '--username',
  '-p': '--password',
  '--user': '--username',
  '--pass': '--password',
  '--pass-stdin': '--password-stdin',
};

/**
 * Reads the arguments of a program as pflag does, which all of them use: `--name value`, `--name=value`, `-n value`,
 * `-n=value`, `-nvalue`, also after switches in one word. Undefined if the words do not call the program or call
 * another of its commands.
 */
export function readArguments(words: readonly ShellWord[], tool: CommandTool): CommandArguments | undefined {
  const start = words.findIndex(({ text }) => tool.names.includes(programOf(text)));
  if (start < 0) return undefined;
  const options = new Map<string, ShellWord[]>();
  const positionals: ShellWord[] = [];
  let unclear = false;
  for (let index = start + 1; index < words.length; index += 1) {
    const word = words[index] ?? emptyWord;
    const option = word.text === '--' ? undefined : parseOption(word.text, tool);
    if (option === undefined) {
      if (word.text !== '--') positionals.push(word);
      continue;
    }
    const next = words[index + 1];
    const takesNext = option.value === undefined && !tool.switches.has(option.name) && next !== undefined;
    const isKnown = tool.values.has(option.name);
    const taken = takesNext && (isKnown || mayBeValue(next.text, tool)) ? next : undefined;
    if (taken !== undefined) index += 1;
    unclear ||= taken !== undefined && !isKnown;
    const value = option.value === undefined ? (taken ?? emptyWord) : { ...word, text: option.value };
    const name = otherNames[option.name] ?? option.name;
    const values = options.get(name);
    if (values === undefined) options.set(name, [value]);
    else values.push(value);
  }
  const isAsked = tool.command.every((name, index) => positionals[index]?.text === name);
  return isAsked ? { options, positionals: positionals.slice(tool.command.length), unclear } : undefined;
}

/** The value that counts: the last one, as in pflag. */
export function lastValue(args: CommandArguments, name: string): ShellWord {
  return args.options.get(name)?.at(-1) ?? emptyWord;
}

function mayBeValue(text: string, tool: CommandTool): boolean {
  return !/^[-–—]/.test(text) && !tool.command.includes(text);
}

/** Word processors turn hyphens into dashes, and two hyphens into one dash. */
function parseOption(text: string, tool: CommandTool): { name: string; value?: string } | undefined {
  const dashes = /^[-–—]{1,2}(?=.)/.exec(text)?.[0];
  if (dashes === undefined) return undefined;
  const equals = text.indexOf('=');
  const body = text.slice(dashes.length, equals < 0 ? undefined : equals);
  const value = equals < 0 ? {} : { value: text.slice(equals + 1) };
  if (dashes !== '-' && body.length > 1) return { name: `--${body}`, ...value };
  if (body.length === 1) return { name: `-${body}`, ...value };
  return parseLetters(text.slice(dashes.length), tool) ?? { name: `-${body}`, ...value };
}

/** One-letter switches, possibly followed by an option with its value attached. */
function parseLetters(letters: string, tool: CommandTool): { name: string; value?: string } | undefined {
  let index = 0;
  while (tool.switches.has(`-${letters.charAt(index)}`)) index += 1;
  if (index === letters.length) return { name: `-${letters.charAt(0)}` };
  const name = `-${letters.charAt(index)}`;
  const attached = letters.slice(index + 1);
  if (!tool.values.has(name)) return undefined;
  return attached === '' ? { name } : { name, value: attached };
}
