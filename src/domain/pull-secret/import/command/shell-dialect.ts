/** How a shell quotes; the lexer does the rest in the same way for all of them. */
export interface ShellDialect {
  readonly escape: string;
  /** Joins a line with the one after it. */
  readonly continuation: RegExp;
  readonly singleQuotes: boolean;
  /** `''` in single and `""` in double quotes stand for one quote. */
  readonly doubledQuotes: boolean;
  /** An escape that counts within double quotes, with what it stands before. */
  readonly escapedInQuotes: RegExp;
  /** The output of a command in backticks. */
  readonly backticks: boolean;
  /** `$'…'`, with C's escapes. */
  readonly ansiQuotes: boolean;
  /** How a here-string begins, its line break included. */
  readonly hereString: RegExp;
}

const never = /(?!)/y;

/** POSIX.1-2024, XCU 2.2, and `$'…'`, which it took over from bash. */
const posix: ShellDialect = {
  escape: '\\',
  continuation: /\\[^\S\r\n]*\r?\n/y,
  singleQuotes: true,
  doubledQuotes: false,
  escapedInQuotes: /\\[$`"\\]/y,
  backticks: true,
  ansiQuotes: true,
  hereString: never,
};

/** PowerShell 7, about_Quoting_Rules and about_Special_Characters. */
const powerShell: ShellDialect = {
  escape: '`',
  continuation: /`[^\S\r\n]*\r?\n/y,
  singleQuotes: true,
  doubledQuotes: true,
  escapedInQuotes: /`./sy,
  backticks: false,
  ansiQuotes: false,
  hereString: /@['"][^\S\r\n]*\r?\n/y,
};

/** cmd.exe: carets outside of quotes; in them programs take `\"` for a quote, and halve the backslashes before it (Microsoft's rules for argv). */
const cmd: ShellDialect = {
  escape: '^',
  continuation: /\^[^\S\r\n]*\r?\n/y,
  singleQuotes: false,
  doubledQuotes: false,
  escapedInQuotes: /\\"|\\\\(?=\\{0,8}")/y,
  backticks: false,
  ansiQuotes: false,
  hereString: never,
};

const signsOfPowerShell =
  /^[^\S\r\n]*PS [^\n>]{0,200}>|[^\S\r\n]`[^\S\r\n]*\r?$|\$env:\w|\bWrite-(?:Output|Host)\b|\bGet-Content\b|@['"]\r?$/im;
const signsOfCmd = /^[^\S\r\n]{0,8}[a-z]:\\[^\n>]{0,200}>|\^[^\S\r\n]{0,8}\r?$/im;

/** The shell that a text was written for, told by its prompt or by how its lines go on; POSIX where nothing tells. */
export function dialectOf(text: string): ShellDialect {
  if (signsOfPowerShell.test(text)) return powerShell;
  return signsOfCmd.test(text) ? cmd : posix;
}
