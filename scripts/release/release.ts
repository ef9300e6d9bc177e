import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { writeBillOfMaterials } from './bill-of-materials.ts';

/**
 * Makes `release/`: the package, its bill of materials, and the checksums of both. Two runs at one commit produce the
 * same bytes, so that anyone can verify a release by building it again.
 */
const folder = 'release';
const { name, version } = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

// The caller's environment may set another value, which would bundle React's development build with the folder's name
// in it.
process.env['NODE_ENV'] = 'production';
rmSync(folder, { recursive: true, force: true });
rmSync('dist', { recursive: true, force: true });
mkdirSync(folder);
run('npm', 'run', '--silent', 'build');
// The package's scripts would build it again.
run('npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
const listed = run(
  'npm',
  'sbom',
  '--sbom-format=cyclonedx',
  '--sbom-type=application',
  '--package-lock-only',
  // In production, npm would leave out the packages that the build bundled.
  '--include=dev',
);
const bill = writeBillOfMaterials(listed, { name, time: findTime(), bundled: await listBundled() });
writeFileSync(path.join(folder, `${name}-${version}.cdx.json`), bill);
const sums = readdirSync(folder)
  .toSorted()
  .map((file) => `${sha256(path.join(folder, file))}  ${file}\n`);
writeFileSync(path.join(folder, 'SHA256SUMS'), sums.join(''));
process.stdout.write(sums.join(''));

/** The time of the commit, or of `SOURCE_DATE_EPOCH`. */
function findTime(): number {
  return Number(process.env['SOURCE_DATE_EPOCH'] ?? run('git', 'log', '-1', '--format=%ct'));
}

/** As `name@version`; the build can list every package that it bundles a part of. */
async function listBundled(): Promise<Set<string>> {
  const schema = z.array(z.object({ name: z.string(), version: z.string() }));
  const fileName = 'licenses.json';
  const found = new Set<string>();
  for (const configFile of readdirSync('.').filter((file) => /^vite\..*config\.ts$/.test(file))) {
    const built = await build({
      configFile,
      mode: 'production',
      logLevel: 'error',
      build: { write: false, license: { fileName } },
    });
    for (const { output } of [built].flat().filter((one) => 'output' in one)) {
      const list = output.find((file) => file.fileName === fileName);
      if (list?.type !== 'asset') throw new Error(`${configFile} does not say what it bundles.`);
      for (const one of schema.parse(JSON.parse(String(list.source))))
        found.add(`${one.name}@${one.version}`);
    }
  }
  return found;
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
