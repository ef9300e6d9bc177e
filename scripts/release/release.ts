import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { z } from 'zod';
import { writeBillOfMaterials } from './bill-of-materials.ts';

/**
 * Makes `release/`: the package, its bill of materials, and the checksums of both. Two runs of one commit make the same
 * bytes: whoever doubts a release builds it again.
 */
const folder = 'release';
const { name, version } = z
  .object({ name: z.string(), version: z.string() })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

// Whoever starts it may have another one, by which React's development build would come in, with the folder's name.
process.env['NODE_ENV'] = 'production';
rmSync(folder, { recursive: true, force: true });
rmSync('dist', { recursive: true, force: true });
mkdirSync(folder);
run('npm', 'run', '--silent', 'build');
// The scripts of the package would build it once more.
run('npm', 'pack', '--ignore-scripts', '--pack-destination', folder);
const listed = run(
  'npm',
  'sbom',
  '--sbom-format=cyclonedx',
  '--sbom-type=application',
  '--package-lock-only',
  // Vite has set NODE_ENV, by which npm would leave out what the build bundled.
  '--include=dev',
);
const bill = writeBillOfMaterials(listed, { name, time: findTime(), bundled: await listBundled() });
writeFileSync(path.join(folder, `${name}-${version}.cdx.json`), bill);
const sums = readdirSync(folder)
  .toSorted()
  .map((file) => `${sha256(path.join(folder, file))}  ${file}\n`);
writeFileSync(path.join(folder, 'SHA256SUMS'), sums.join(''));
process.stdout.write(sums.join(''));

/** Of the commit, or what `SOURCE_DATE_EPOCH` says. */
function findTime(): number {
  return Number(process.env['SOURCE_DATE_EPOCH'] ?? run('git', 'log', '-1', '--format=%ct'));
}

/** As `name@version`; the build can list every package of which it takes something. */
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
