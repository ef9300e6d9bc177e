import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';

/**
 * What each source file imports, including types and lazily loaded modules: paths from the top folder, and packages.
 */
export type Imports = ReadonlyMap<string, readonly string[]>;

const topFolders = ['src', 'gateway', 'simulator'];

/** Reads the imports of every source file except tests, with the parser that the linter and the build also use. */
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
    // How workers refer to their modules.
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

/** A cycle in a graph, with its first node again at the end; undefined if there is none. */
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

/** The imports between groups of files, without files that have no group and imports within a group. */
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

/** The room of a file inside `folder`: its first subfolder, or `.` for a file directly in the folder. */
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

/** The structure of the code as two Mermaid graphs: the layers, and the rooms of the domain. */
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

/** Replaces the picture between the two marks of a document. */
export function putPicture(document: string, picture: string): string {
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from)
    throw new Error('the document has lost the marks around the picture of the house');
  return `${document.slice(0, from + start.length)}\n\n${picture}\n\n${document.slice(to)}`;
}
