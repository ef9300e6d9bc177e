import { callsTool } from './command-tools.ts';

/** What a line of a command begins with, apart from the programs whose command lines are read. */
const starters = [
  'sudo echo printf cat export set env curl aws az gcloud type Get-Content Write-Output Write-Host',
  'docker podman nerdctl finch buildah skopeo crane gcrane oras helm cosign notation kubectl oc k kubecolor',
]
  .join(' ')
  .replaceAll(' ', '|');
/** `$ `, `# `, `PS C:\> `, `user@host:~$ ` and others, before a command; what a prompt shows is short. */
const prompt = new RegExp(
  `^[^\\n'"|;&<>=]{0,80}?[$#%>❯➜»λ✗][^\\S\\n]{1,8}(?=(?:${starters})(?:\\.exe)?[^\\S\\n])`,
  'gmu',
);
const continuationPrompt = /([\\`^]\r?\n)>{1,2} ?/g;
const fence = /^[^\S\n]{0,8}(?:```|~~~)/;

/** Takes the prompts out of what was copied from a terminal, before commands and before lines that go on. */
export function stripPrompts(text: string): string {
  return text.replaceAll(prompt, '').replaceAll(continuationPrompt, '$1');
}

/** The blocks of code in Markdown, or the text itself where it has none. */
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

/** The text from its first line that calls a program: what stands before may be prose, with apostrophes. */
export function fromFirstCommand(text: string): string {
  let offset = 0;
  for (const line of text.split('\n')) {
    const isCommand = new RegExp(`^[^\\S\\n]*(?:${starters})[^\\S\\n]`).test(line) || isAssignment(line);
    if (isCommand || line.split(/[^\S\n]/).some((word) => callsTool(word))) return text.slice(offset);
    offset += line.length + 1;
  }
  return text;
}

function isAssignment(line: string): boolean {
  return /^[^\S\n]*(?:\$env:)?\w{1,100}[^\S\n]{0,8}=/.test(line);
}
