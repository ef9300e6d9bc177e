import { spawn } from 'node:child_process';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts a program in a separate home, without any of the user's logins, proxies or settings. */
export function startProgram(
  home: string,
  program: string,
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  const clean = { PATH: process.env['PATH'] ?? '', HOME: home, LC_ALL: 'C.UTF-8' };
  return spawn(program, args, { cwd: home, env: { ...clean, ...env } });
}

/** Runs a program to its end, and returns its outcome, even if it failed. */
export async function runProgram(
  home: string,
  program: string,
  args: readonly string[],
  { input = '', env }: { readonly input?: string; readonly env?: Record<string, string> } = {},
): Promise<Outcome> {
  const child = startProgram(home, program, args, env);
  // A program that does not read its input may have ended before the input is written.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { exitCode: child.exitCode, stdout, stderr };
}

/** Runs a program that has to succeed and returns its output. */
export async function runOrThrow(
  home: string,
  program: string,
  args: readonly string[],
  options: { readonly input?: string } = {},
): Promise<string> {
  const { exitCode, stdout, stderr } = await runProgram(home, program, args, options);
  if (exitCode !== 0) throw new Error(`${program} ended with ${exitCode}: ${stderr}`);
  return stdout;
}
