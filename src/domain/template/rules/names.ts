import { slugOf } from '../../text/slug.ts';
import { hasPlaceholder } from '../read/mask.ts';
import type { HintAt } from './hint.ts';
import { replaceScalar, scalarAt, type Subject } from './subject.ts';

/** The maximum for any name in Kubernetes. */
const maxNameLength = 253;
const namePattern = /^[a-z0-9]+(?:-+[a-z0-9]+)*$/;

/** The template's name becomes the id of its executable: lowercase letters, digits and hyphens. */
export function checkName({ metadata, name }: Subject): HintAt[] {
  const node = scalarAt(metadata, 'name');
  if (node === undefined || name === undefined || hasPlaceholder(name) || namePattern.test(name)) return [];
  const better = slugOf(name, maxNameLength);
  const edit = better === '' ? undefined : replaceScalar(node, better);
  return [{ code: 'name-form', offset: node.start, detail: name, fix: edit && [edit] }];
}

/** All but the first of the templates with the same name: an id must be unique in the tenant. */
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
