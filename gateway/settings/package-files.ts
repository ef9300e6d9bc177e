import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** This file is two folders below the top, and so is the built code that contains it: `dist/server/…`. */
const top = join(import.meta.dirname, '..', '..');

/** Where the build puts the console. */
export const builtConsoleFolder = join(top, 'dist', 'web');

/** The version of this package, for example `1.2.3`. */
export function readVersion(): string {
  const text = readFileSync(join(top, 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}
