/** How a shell quotes; everything else is the same for all of them. */
export interface ShellDialect {
  readonly escape: string;
  /** Joins a line with the next one. */
  readonly continuation: RegExp;
  readonly singleQuotes: boolean;
  /** `''` in single and `""` in double quotes mean one quote. */
  readonly doubledQuotes: boolean;
  /** An escape within double quotes, including the escaped character. */
  readonly escapedInQuotes: RegExp;
  /** Whether backticks mean the output of a command. */
  readonly backticks: boolean;
  /** Whether `$'…'` is supported, with C's escapes. */
  readonly ansiQuotes: boolean;
  /** The start of a here-string, including its line break. */
  readonly hereString: RegExp;
}

const never = /(?!)/y;

/** POSIX.1-2024, XCU 2.2, including `$'…'`, which it adopted from bash. */
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

/**
 * cmd.exe: carets outside of quotes; within them, programs read `\"` as a quote and halve the backslashes before it
 * (Microsoft's rules for argv).
 */
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

/** The shell that a text was written for, judging by its prompts, line continuations and commands; POSIX by default. */
export function dialectOf(text: string): ShellDialect {
  if (signsOfPowerShell.test(text)) return powerShell;
  return signsOfCmd.test(text) ? cmd : posix;
}
