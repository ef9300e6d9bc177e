import { programNames } from './command-tools.ts';

/** The first words of a command line, besides the programs whose command lines are read. */
const starters = [
  'sudo echo printf cat export set env curl aws az gcloud type Get-Content Write-Output Write-Host',
  ...programNames,
]
  .join(' ')
  .replaceAll(' ', '|');
/** A line with a program, or one that starts with a command, an assignment or PowerShell's here-string. */
const commandLine = new RegExp(
  [
    `^[^\\S\\n]{0,40}(?:(?:${starters})[^\\S\\n]|(?:\\$(?:env:)?)?\\w{1,100}[^\\S\\n]{0,8}=|@['"][^\\S\\n]{0,8}$)`,
    // Excludes the same line ends after which `^` matches.
    `^[^\\n\\r\\u2028\\u2029]*?(?<![\\w.-])(?:${programNames.join('|')})(?:\\.exe)?[^\\S\\n]`,
  ].join('|'),
  'm',
);
/** `$ `, `# `, `PS C:\> `, `user@host:~$ ` and others, before a command; a prompt is short. */
const prompt = new RegExp(
  `^[^\\n'"|;&<>=]{0,80}?[$#%>❯➜»λ✗][^\\S\\n]{1,8}(?=(?:${starters})(?:\\.exe)?[^\\S\\n])`,
  'gmu',
);
/** Windows prompts are recognised by the path in them, whatever follows. */
const windowsPrompt = /^[^\S\n]{0,8}(?:PS [^\n>]{0,200}|[A-Za-z]:\\[^\n>]{0,200})> ?/gm;
const continuationPrompt = /([\\`^]\r?\n)>{1,2} ?/g;
const fence = /^[^\S\n]{0,8}(?:```|~~~)/;

/** Removes prompts from text that was copied from a terminal, before commands and before continued lines. */
export function stripPrompts(text: string): string {
  return text.replaceAll(windowsPrompt, '').replaceAll(prompt, '').replaceAll(continuationPrompt, '$1');
}

/** The code blocks of Markdown, or the text itself if there are none. */
export function readFences(text: string): string {
  const trimmed = text.trim();
  const inline = /^`([^`\n]+)`$/.exec(trimmed)?.[1];
  if (inline !== undefined) return inline;
  const blocks: string[] = [];
  let isInside = false;
  for (const line of text.split('\n')) {
    if (fence.test(line)) isInside = !isInside;
    else if (isInside) blocks.push(line);
  }
  return blocks.length === 0 ? text : blocks.join('\n');
}

/**
 * The text from the first line that calls a program, because the text before may be prose with apostrophes; undefined
 * if there is no such line.
 */
export function fromFirstCommand(text: string): string | undefined {
  const start = commandLine.exec(text)?.index;
  return start === undefined ? undefined : text.slice(start);
}
