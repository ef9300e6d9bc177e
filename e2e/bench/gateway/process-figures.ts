import { readFileSync } from 'node:fs';

/** The resident memory of a process, in MB. */
export function readMemoryMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}

/** The processor time that a process has used, in ms; Linux counts in hundredths of a second. */
export function readBusyMs(pid: number): number {
  // The name, in parentheses, may contain anything; user and system time are the 12th and 13th field after it.
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) * 10;
}
