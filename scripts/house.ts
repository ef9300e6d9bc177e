import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/** What each source file imports, types and lazily loaded modules included: paths from the top, and packages. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const topFolders = ['src', 'gateway', 'simulator'];

/** Reads the imports of every source file that is no test, with the parser that also lints and builds it. */
export function readImports(): Imports {
  const files = topFolders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|bench)\.tsx?$/.test(file))
      .map((file) => path.posix.join(folder, file))
      .filter((file) => !/\/(?:fixtures|testing)\//.test(file)),
  );
  return new Map(files.toSorted().map((file) => [file, importsOf(file)]));
}

function importsOf(file: string): string[] {
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  const names = new Set<string>();
  const note = (node: unknown) => {
    const { value } = (node ?? {}) as { readonly value?: unknown };
    if (typeof value === 'string') names.add(value);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => note(source),
    ExportNamedDeclaration: ({ source }) => note(source),
    ExportAllDeclaration: ({ source }) => note(source),
    ImportExpression: ({ source }) => note(source),
    TSImportType: ({ source }) => note(source),
    // How a worker's module is named.
    NewExpression: ({ callee, arguments: [first] }) => {
      if (callee.type === 'Identifier' && callee.name === 'URL') note(first);
    },
  }).visit(program);
  return [...names].flatMap((name) => {
    const isRelative = name.startsWith('.');
    const target = isRelative ? path.posix.join(path.posix.dirname(file), name) : name;
    return !isRelative || /\.tsx?$/.test(target) ? [target] : [];
  });
}

/** One circle of a graph, its first place again at the end; undefined if there is none. */
export function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const search = (place: string, way: readonly string[]): string[] | undefined => {
    if (way.includes(place)) return [...way.slice(way.indexOf(place)), place];
    if (done.has(place)) return undefined;
    for (const next of graph.get(place) ?? []) {
      const circle = search(next, [...way, place]);
      if (circle) return circle;
    }
    done.add(place);
    return undefined;
  };
  for (const place of graph.keys()) {
    const circle = search(place, []);
    if (circle) return circle;
  }
  return undefined;
}

/** The imports between groups of files; a file without a group is left out, and so is what stays inside one. */
export function groupImports(
  imports: Imports,
  groupOf: (file: string) => string | undefined,
): Map<string, string[]> {
  const groups = new Map<string, Set<string>>();
  for (const [file, targets] of imports) {
    const from = groupOf(file);
    if (from === undefined) continue;
    const into = groups.get(from) ?? new Set();
    for (const target of targets) {
      const to = imports.has(target) ? groupOf(target) : undefined;
      if (to !== undefined && to !== from) into.add(to);
    }
    groups.set(from, into);
  }
  return new Map([...groups].map(([from, into]) => [from, [...into].toSorted()]));
}

/** The room of a file inside `folder`: its first folder there, or `.` for a file of the folder itself. */
export function roomOf(folder: string, file: string): string | undefined {
  if (!file.startsWith(`${folder}/`)) return undefined;
  const [first = '', ...rest] = file.slice(folder.length + 1).split('/');
  return rest.length === 0 ? '.' : first;
}

const layers = ['src/app', 'src/api', 'src/ui', 'src/domain', 'gateway', 'simulator'];

function layerOf(file: string): string | undefined {
  const layer = layers.find((folder) => file.startsWith(`${folder}/`));
  if (layer !== undefined) return layer;
  return file.startsWith('src/') && file.split('/').length > 2 ? 'verticals' : undefined;
}

/** The house as it is built, as two Mermaid graphs: the layers, and the rooms of the domain. */
export function drawHouse(imports: Imports): string {
  const rooms = groupImports(imports, (file) => {
    const room = roomOf('src/domain', file);
    return room === '.' ? undefined : room;
  });
  return [
    'Layers, and what they import:',
    mermaid(groupImports(imports, layerOf)),
    'Rooms of `src/domain`:',
    mermaid(rooms),
  ].join('\n\n');
}

function graphId(name: string): string {
  return name.replaceAll(/[^a-z]/g, '_');
}

function mermaid(graph: ReadonlyMap<string, readonly string[]>): string {
  const places = [...graph.keys()].toSorted().map((name) => `  ${graphId(name)}["${name}"]`);
  const arrows = [...graph].flatMap(([from, into]) =>
    into.map((to) => `  ${graphId(from)} --> ${graphId(to)}`),
  );
  return ['```mermaid', 'graph TD', ...places, ...arrows.toSorted(), '```'].join('\n');
}

const [start, end] = ['<!-- The picture is made by `npm run house`. -->', '<!-- The end of the picture. -->'];

/** The document with the picture between its two marks made anew. */
export function putPicture(document: string, picture: string): string {
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from)
    throw new Error('the document has lost the marks around the picture of the house');
  return `${document.slice(0, from + start.length)}\n\n${picture}\n\n${document.slice(to)}`;
}
