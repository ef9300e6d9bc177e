import type { ShellCommand, ShellWord } from './shell-commands.ts';

const escapes: readonly (readonly [RegExp, string])[] = [
  [/\\n/g, '\n'],
  [/\\t/g, '\t'],
];

/**
 * The output of the command before a pipe, without the line break at its end, which `--password-stdin` drops too.
 * Undefined if it cannot be known because it comes from a file or another program.
 */
export function readPiped(before: ShellCommand | undefined): ShellWord | undefined {
  const words = before?.words.filter(({ text }) => text !== 'sudo' && text !== 'command') ?? [];
  const [program, ...rest] = words;
  if (program === undefined || before?.piped === true) return undefined;
  switch (program.text.toLowerCase()) {
    case 'echo':
    case 'write-output':
    case 'write-host':
      return joined(rest.slice(rest.findIndex(({ text }) => !/^-[neE]+$/.test(text))));
    case 'printf':
      return formatted(rest.filter(({ text }) => text !== '--'));
    case 'cat':
      return rest.length === 0 ? before?.input : undefined;
    default:
      // PowerShell prints a command that is only a quoted string.
      return rest.length === 0 && program.quoted ? program : undefined;
  }
}

function joined(words: readonly ShellWord[]): ShellWord | undefined {
  if (words.length === 0) return undefined;
  return {
    text: words.map(({ text }) => text).join(' '),
    expands: words.some(({ expands }) => expands),
    quoted: false,
  };
}

/** `printf '%s'` and `printf '%s\n'` with one argument, or a format without placeholders. */
function formatted([format, argument, ...others]: readonly ShellWord[]): ShellWord | undefined {
  if (format === undefined || others.length > 0) return undefined;
  if (argument !== undefined) return /^%[sb](?:\\n)?$/.test(format.text) ? argument : undefined;
  if (format.text.includes('%')) return undefined;
  const text = escapes.reduce(
    (result, [pattern, character]) => result.replaceAll(pattern, character),
    format.text,
  );
  return { ...format, text: text.replace(/\r?\n$/, '') };
}
