import type { TemplateTree } from './node.ts';
import type { FlawAt } from './problem.ts';

/**
 * Lines that YAML 1.2 accepts but the reader of Kubernetes and Argo (https://pkg.go.dev/sigs.k8s.io/yaml) does not:
 * blank and comment lines that start with a tab, and a version other than 1.1. As reported by kubectl 1.32.
 */
const flawedLine = /^(?:(\t)[ \t]*(?:#.*)?|%YAML[ \t]+(?!1\.1[ \t]*(?:#.*)?\r?$).*)\r?$/gm;

/** The flawed lines of a text, by offset, except those inside strings and brackets; at most `most`. */
export function lineFlaws(text: string, trees: readonly TemplateTree[], most: number): FlawAt[] {
  const closed = trees.flatMap((tree) => tree.closed).toSorted((left, right) => left.start - right.start);
  const flaws: FlawAt[] = [];
  let next = 0;
  let closedTo = 0;
  for (const { index, 1: tab } of text.matchAll(flawedLine)) {
    for (let range = closed[next]; range !== undefined && range.start <= index; range = closed[(next += 1)]) {
      closedTo = Math.max(closedTo, range.end);
    }
    if (index < closedTo) continue;
    flaws.push({ code: tab === undefined ? 'yaml-version' : 'tab-line', offset: index });
    if (flaws.length === most) break;
  }
  return flaws;
}
