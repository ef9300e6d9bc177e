import { readFileSync } from 'node:fs';

/** What a process holds of the machine's memory now, in MB. */
export function readMemoryMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}

/** How long it has kept a processor busy, in ms: Linux counts in hundredths of a second. */
export function readBusyMs(pid: number): number {
  // Its name, in parentheses, may hold anything; user and system time are the 12th and 13th field behind it.
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) * 10;
}
