import { ApiError } from '../../domain/api-problem.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';

/** What a user can record about a secret. */
export interface Details {
  readonly registries: readonly KnownRegistry[];
  readonly expiresAt?: string | undefined;
  /** The expiry of the previous credential, while that of the current one is unknown. */
  readonly formerEnd?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * What an edit of details is based on: the details when the edit started, and as they were last shown to the editor.
 */
export interface EditBase {
  readonly before: Details | undefined;
  readonly seen: Details | undefined;
}

const nothing: Details = { registries: [] };

/**
 * The details to store, while `now` is what others have made of them: fields that were not edited stay as others have
 * them. Throws if both changed the same field and the editor has not seen it.
 */
export function mergeDetails<T extends Details>(details: T, base: EditBase, now = nothing): T {
  const { before = nothing, seen = nothing } = base;
  const isTheirs = (read: (of: Details) => string) => {
    const [mine, theirs] = [read(details), read(now)];
    if (mine === read(before)) return true;
    if (theirs !== read(seen) && theirs !== mine)
      throw new ApiError({ kind: 'http', status: 409, code: 'DetailsChanged', message: '' });
    return false;
  };
  return {
    ...details,
    ...(isTheirs(readRegistries) && { registries: now.registries }),
    ...(isTheirs(readEnd) && { expiresAt: now.expiresAt, formerEnd: now.formerEnd }),
    ...(isTheirs(({ note = '' }) => note) && { note: now.note ?? '' }),
  };
}

/** Whether both are the same. */
export function isSameDetails(one = nothing, other = nothing): boolean {
  return readAll(one) === readAll(other);
}

function readAll(of: Details): string {
  return [readRegistries(of), readEnd(of), of.note ?? ''].join('\n');
}

function readRegistries({ registries }: Details): string {
  return JSON.stringify(registries.map(({ host, username }) => [host, username]));
}

/** The expiry date, or that it is unknown: then only an earlier date is known. */
function readEnd({ expiresAt, formerEnd }: Details): string {
  return expiresAt ?? (formerEnd === undefined ? '' : 'open');
}
