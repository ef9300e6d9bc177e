import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { drawHouse, findCircle, groupImports, putPicture, readImports, roomOf } from '../scripts/house.ts';

/** What a layer may import besides itself: paths from the top, and packages (all, unless they are listed). */
interface Layer {
  readonly folder: string;
  readonly mayImport: readonly string[];
  readonly packages?: readonly string[];
}

const verticals = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['app', 'api', 'domain', 'ui'].includes(entry.name))
  .map((entry) => `src/${entry.name}`);

const layers: readonly Layer[] = [
  { folder: 'src/domain', mayImport: [], packages: ['zod', 'yaml'] },
  { folder: 'src/ui', mayImport: ['src/domain'] },
  { folder: 'src/api', mayImport: ['src/domain', 'gateway/contract.ts', 'gateway/checks/contract.ts'] },
  ...verticals.map((folder) => ({ folder, mayImport: ['src/api', 'src/domain', 'src/ui'] })),
  { folder: 'src/app', mayImport: ['src'] },
  { folder: 'gateway', mayImport: ['gateway'] },
  { folder: 'simulator', mayImport: ['simulator'] },
];

/** Only the composition root starts the simulator. */
const exceptions: Record<string, readonly string[]> = { 'gateway/main.ts': ['simulator'] };

const imports = readImports();
const packageSchema = z.object({ dependencies: z.record(z.string(), z.string()) });

function isAllowed({ folder, mayImport, packages }: Layer, file: string, imported: string): boolean {
  if (!existsSync(imported)) {
    return (
      packages === undefined || packages.some((name) => imported === name || imported.startsWith(`${name}/`))
    );
  }
  const allowed = [folder, ...mayImport, ...(exceptions[file] ?? [])];
  return allowed.some((place) => imported === place || imported.startsWith(`${place}/`));
}

describe('the house', () => {
  it.each(layers)('$folder imports only what its layer may', (layer) => {
    const files = [...imports].filter(([file]) => file.startsWith(`${layer.folder}/`));
    expect(files.length).toBeGreaterThan(0);
    const strangers = files.flatMap(([file, targets]) =>
      targets
        .filter((imported) => !isAllowed(layer, file, imported))
        .map((imported) => `${file} imports ${imported}`),
    );
    expect(strangers).toEqual([]);
  });

  it('has no circle of files, types included', () => {
    expect(findCircle(imports)).toBeUndefined();
  });

  it.each(['src/domain', 'src/api', 'src/ui', 'gateway', 'simulator'])(
    'the rooms of %s import one another in one direction',
    (folder) => {
      // The composition roots combine the rooms; a file directly in the folder may be below or above them.
      const rooms = groupImports(imports, (file) => {
        const room = roomOf(folder, file);
        return room === '.' ? file : room;
      });
      expect(findCircle(rooms)).toBeUndefined();
    },
  );

  it('has no folder with more than 20 files of its own', () => {
    const counts = new Map<string, number>();
    for (const file of imports.keys()) {
      const folder = path.posix.dirname(file);
      if (file.startsWith('src/')) counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    const crowded = [...counts].filter(([, count]) => count > 20);
    expect(crowded).toEqual([]);
  });
});

describe('a circle', () => {
  it('is found, however long it is', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    expect(findCircle(graph)).toEqual(['b', 'd', 'b']);
    expect(findCircle(new Map([['a', ['b']]]))).toBeUndefined();
  });
});

describe('the documentation', () => {
  it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/deploy.md', 'docs/threat-model.md'])(
    '%s names only files that exist',
    (document) => {
      const text = readFileSync(document, 'utf8');
      const named = [...text.matchAll(/`((?:src|gateway|simulator|e2e|docs|scripts|\.ci)\/[\w./-]*)`/g)].map(
        ([, name = '']) => name,
      );
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter((name) => !existsSync(name))).toEqual([]);
    },
  );

  it('names a test for the defence against each attack', () => {
    const table = readFileSync('docs/threat-model.md', 'utf8').match(/^\| .*$/gm) ?? [];
    const [head = '', , ...attacks] = table;
    expect(head).toContain('shown by');
    expect(attacks.length).toBeGreaterThan(60);
    expect(attacks.filter((row) => !/`[\w./-]+\.(?:test|spec|deploy)\.ts` +\|$/.test(row))).toEqual([]);
  });

  it('says what each package of the gateway and the simulator is for, and which ones are installed', () => {
    const table = /^\| package[^]*?\n\n/m.exec(readFileSync('README.md', 'utf8'))?.[0] ?? '';
    const [installed, ...inside] = table
      .split('\n')
      .slice(2)
      .map((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
    const used = [...imports]
      .filter(([file]) => /^(?:gateway|simulator)\//.test(file) && file !== 'gateway/dev.ts')
      .flatMap(([, targets]) => targets.map((target) => /^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? ''))
      .filter((name) => existsSync(`node_modules/${name}/package.json`));
    const { dependencies } = packageSchema.parse(JSON.parse(readFileSync('package.json', 'utf8')));
    expect(installed).toEqual(Object.keys(dependencies));
    expect([...(installed ?? []), ...inside.flat()].toSorted()).toEqual([...new Set(used)].toSorted());
  });

  it('shows the current imports: run `npm run house` after changing them', () => {
    const document = readFileSync('CONTRIBUTING.md', 'utf8');
    expect(document).toBe(putPicture(document, drawHouse(imports)));
  });
});
