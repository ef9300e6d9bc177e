import { hasPlaceholder } from '../read/mask.ts';
import type { HintAt } from './hint.ts';
import { scalarAt, type Subject } from './subject.ts';

const namePattern = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;

function hyphenated(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The template's name is the id of its executable: lowercase letters, digits and hyphens. */
export function checkName({ metadata, name }: Subject): HintAt[] {
  const node = scalarAt(metadata, 'name');
  if (node === undefined || name === undefined || hasPlaceholder(name) || namePattern.test(name)) return [];
  const better = hyphenated(name);
  const isInLine = node.style === 'plain' || node.style === 'single' || node.style === 'double';
  const fix = better === '' || !isInLine ? undefined : [{ start: node.start, end: node.end, insert: better }];
  return [{ code: 'name-form', offset: node.start, detail: name, fix }];
}

/** Of templates with one name in a text, all but the first: the tenant can have each id once. */
export function findDuplicates(subjects: readonly Subject[]): Map<Subject, HintAt> {
  const seen = new Set<string>();
  const found = new Map<Subject, HintAt>();
  for (const subject of subjects) {
    const { name, metadata } = subject;
    const node = scalarAt(metadata, 'name');
    if (name === undefined || node === undefined) continue;
    if (seen.has(name)) found.set(subject, { code: 'duplicate-id', offset: node.start, detail: name });
    seen.add(name);
  }
  return found;
}
