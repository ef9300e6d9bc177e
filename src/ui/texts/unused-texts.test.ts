import path from 'node:path';
import { SyntaxKind, type Node, type SourceFile } from 'typescript/unstable/ast';
import {
  isBindingElement,
  isElementAccessExpression,
  isIdentifier,
  isObjectBindingPattern,
  isObjectLiteralExpression,
  isParameterDeclaration,
  isPropertyAccessExpression,
  isPropertyAssignment,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  isVariableStatement,
} from 'typescript/unstable/ast/is';
import { API, type Checker } from 'typescript/unstable/sync';
import { expect, it } from 'vitest';

/** An object of the catalogue: a section (`secrets`) or a group within one (`common.nav`). */
interface Group {
  readonly place: string;
  readonly isSection: boolean;
  readonly names: readonly string[];
}

/** A name taken out of an object, any name of it (`texts[kind]`), or the object handed on as it is. */
interface Use {
  readonly object: Node;
  readonly what: { readonly name: string } | 'any name' | 'itself';
}

const src = `${path.resolve('src')}/`;
const catalogue = `${src}ui/texts/en/`;

// Knip sees unused exports; which names of an exported object a page takes only the types tell. The compiler reads
// the whole project for it, which takes long on a machine that does other things too.
it('every text of the catalogue is used', { timeout: 120_000 }, () => {
  const api = new API({ cwd: process.cwd() });
  try {
    const [project] = api.updateSnapshot({ openProjects: [path.resolve('tsconfig.json')] }).getProjects();
    if (!project) throw new Error('tsconfig.json names no project');
    const files = project.program
      .getSourceFileNames()
      .filter((name) => name.startsWith(src) && !name.includes('.test.'))
      .map((name) => project.program.getSourceFile(name))
      .filter((file) => file !== undefined);
    const groups = new Map(
      files
        .filter(({ fileName }) => fileName.startsWith(catalogue))
        .flatMap((file) => groupsOf(file, project.checker)),
    );
    const used = new Set(files.flatMap((file) => usedTexts(file, project.checker, groups)));
    const all = [...groups.values()].flatMap(({ place, names }) => names.map((name) => `${place}.${name}`));
    expect(all.length).toBeGreaterThan(500);
    expect(all.filter((text) => !used.has(text))).toEqual([]);
  } finally {
    api.close();
  }
});

/** The file's sections and their groups, by the number that the compiler gives to the type of each. */
function groupsOf(file: SourceFile, checker: Checker): [number, Group][] {
  const found: [number, Group][] = [];
  const visit = (node: Node, place: string, isSection: boolean): void => {
    if (!isObjectLiteralExpression(node)) return;
    const properties = node.properties.filter(
      (property) => isPropertyAssignment(property) || isShorthandPropertyAssignment(property),
    );
    const names = properties.map(({ name }) => name.getText(file).replaceAll("'", ''));
    const type = checker.getTypeAtLocation(node);
    if (type) found.push([type.getSymbol()?.id ?? 0, { place, isSection, names }]);
    for (const [index, property] of properties.entries()) {
      if (isPropertyAssignment(property)) visit(property.initializer, `${place}.${names[index]}`, false);
    }
  };
  for (const statement of file.statements) {
    if (
      !isVariableStatement(statement) ||
      !statement.modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword)
    )
      continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (initializer) visit(initializer, name.getText(file), true);
    }
  }
  return found;
}

function usedTexts(file: SourceFile, checker: Checker, groups: ReadonlyMap<number, Group>): string[] {
  const uses = usesIn(file);
  const types = checker.getTypeAtLocation(uses.map(({ object }) => object));
  return uses.flatMap(({ what }, index) => {
    const type = types[index];
    const group = type?.isObjectType() ? groups.get(type.getSymbol()?.id ?? 0) : undefined;
    if (!group) return [];
    // A section goes from component to component as it is; a group goes to where its shape is known otherwise.
    if (what === 'itself' && group.isSection) return [];
    const names = typeof what === 'object' ? [what.name] : group.names;
    return names.map((name) => `${group.place}.${name}`);
  });
}

function usesIn(file: SourceFile): Use[] {
  const uses: Use[] = [];
  const visit = (node: Node): void => {
    if (isPropertyAccessExpression(node)) {
      uses.push({ object: node.expression, what: { name: node.name.text } });
    } else if (isElementAccessExpression(node)) {
      uses.push({ object: node.expression, what: 'any name' });
    } else if (isBindingElement(node) && isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name)?.getText(file) ?? '';
      uses.push({ object: node.parent, what: { name } });
    }
    if ((isIdentifier(node) || isPropertyAccessExpression(node)) && isHandedOn(node)) {
      uses.push({ object: node, what: 'itself' });
    }
    node.forEachChild(visit);
  };
  visit(file);
  return uses;
}

/** Neither the object of `object.name` nor a name that is only being declared. */
function isHandedOn(node: Node): boolean {
  const { parent } = node;
  if (!parent) return false;
  return !(
    isPropertyAccessExpression(parent) ||
    isElementAccessExpression(parent) ||
    isBindingElement(parent) ||
    isParameterDeclaration(parent) ||
    (isVariableDeclaration(parent) && parent.name === node)
  );
}
