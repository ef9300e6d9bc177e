import type { TemplateTree } from './node.ts';
import type { FlawAt } from './problem.ts';

/**
 * Lines at which the reader of Kubernetes and Argo (https://pkg.go.dev/sigs.k8s.io/yaml) stumbles and YAML 1.2 does
 * not: blank and comment lines that begin with a tab, and a version that is not 1.1. As kubectl 1.32 tells them.
 */
const flawedLine = /^(?:(\t)[ \t]*(?:#.*)?|%YAML[ \t]+(?!1\.1[ \t]*(?:#.*)?\r?$).*)\r?$/gm;

/** The flaws of a text's lines, by offset, but for those inside of its strings and brackets; `most` at most. */
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
