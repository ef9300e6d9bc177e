import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';

/** Prints the JavaScript that each page loads, gzip, and fails where the first page is over its limit. */
const firstPage = 'registry-secrets/list-page.tsx';
const firstPageLimit = 195_000;

const manifest = z
  .record(z.string(), z.object({ file: z.string(), imports: z.array(z.string()).optional() }))
  .parse(JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8')));
const router = readFileSync('src/app/router.tsx', 'utf8');
const catalogue = readFileSync('src/ui/texts/texts.ts', 'utf8');

/** The module and all that it imports statically, by manifest key. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the build: has the file been moved?`);
  if (!seen.has(key)) {
    seen.add(key);
    for (const imported of chunk.imports ?? []) closure(imported, seen);
  }
  return seen;
}

/** The file of a section of the text catalogue, as the catalogue itself names it. */
function textFile(section: string): string {
  const file = new RegExp(String.raw`\b${section}: \(\) => import\('\./(en/[\w-]+\.ts)'\)`).exec(
    catalogue,
  )?.[1];
  if (file === undefined) throw new Error(`the text catalogue has no section ${section}`);
  return `src/ui/texts/${file}`;
}

// The router names each page's module and its text sections in one call.
const pages = [...router.matchAll(/import\('\.\.\/([\w/-]+\.tsx)'\),\s*'\w+'((?:,\s*'\w+')*),?\s*\)/g)].map(
  ([, module = '', sections = '']) => ({
    module,
    entries: [
      'index.html',
      `src/${module}`,
      textFile('common'),
      ...[...sections.matchAll(/\w+/g)].map(([s]) => textFile(s)),
    ],
  }),
);

let failed = 0;
for (const { module, entries } of pages) {
  const keys = new Set(entries.flatMap((entry) => [...closure(entry)]));
  const files = new Set([...keys].map((key) => manifest[key]?.file).filter((file) => file?.endsWith('.js')));
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length,
    0,
  );
  const over = module === firstPage && bytes > firstPageLimit;
  if (over) failed += 1;
  process.stdout.write(
    `${(bytes / 1000).toFixed(1).padStart(7)} kB  ${module}${over ? `  over ${firstPageLimit / 1000} kB` : ''}\n`,
  );
}
if (!pages.some(({ module }) => module === firstPage)) {
  process.stderr.write(`${firstPage} is not among the router's pages\n`);
  failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
