import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** What a floor may import besides itself: paths from the top, and packages (all, unless they are listed). */
interface Floor {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly packages?: readonly string[];
}

const verticals = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['app', 'api', 'domain', 'ui'].includes(entry.name))
  .map((entry) => `src/${entry.name}`);

const floors: readonly Floor[] = [
  { folder: 'src/domain', mayImport: [], packages: ['zod', 'yaml'] },
  { folder: 'src/ui', mayImport: ['src/domain'] },
  { folder: 'src/api', mayImport: ['src/domain', 'gateway/contract.ts'] },
  ...verticals.map((folder) => ({ folder, mayImport: ['src/api', 'src/domain', 'src/ui'] })),
  { folder: 'src/app', mayImport: ['src'] },
  { folder: 'gateway', mayImport: ['gateway'] },
  { folder: 'simulator', mayImport: ['simulator'] },
];

/** The composition root alone starts the simulator. */
const exceptions: Record<string, readonly string[]> = { 'gateway/main.ts': ['simulator'] };

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) =>
        /\.tsx?$/.test(file) && !/\.(?:test|bench)\.tsx?$/.test(file) && !/(?:fixtures|testing)\//.test(file),
    )
    .map((file) => path.join(folder, file));
}

/** Each module that a file imports: a path from the top, or the name of a package. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const specifiers = [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name);
  return specifiers.map((name) => (name.startsWith('.') ? path.join(path.dirname(file), name) : name));
}

function isAllowed({ folder, mayImport, packages }: Floor, file: string, imported: string): boolean {
  const isPath = existsSync(imported);
  if (!isPath) {
    return (
      packages === undefined || packages.some((name) => imported === name || imported.startsWith(`${name}/`))
    );
  }
  const allowed = [folder, ...mayImport, ...(exceptions[file] ?? [])];
  return allowed.some((place) => imported === place || imported.startsWith(`${place}/`));
}

describe('the house', () => {
  it.each(floors)('$folder imports only what its floor may', (floor) => {
    const files = sourceFiles(floor.folder);
    expect(files.length).toBeGreaterThan(0);
    const strangers = files.flatMap((file) =>
      importsOf(file)
        .filter((imported) => !isAllowed(floor, file, imported))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(strangers).toEqual([]);
  });
});

describe('the documentation', () => {
  it.each(['README.md', 'CONTRIBUTING.md'])('%s names only files that exist', (document) => {
    const text = readFileSync(document, 'utf8');
    const named = [...text.matchAll(/`((?:src|gateway|simulator|e2e|docs|scripts|\.ci)\/[\w./-]*)`/g)].map(
      ([, name = '']) => name,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !existsSync(name))).toEqual([]);
  });
});
