import { ApiError } from '../../domain/api-problem.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';

/** What a user can record about a secret. */
export interface Sayable {
  readonly registries: readonly KnownRegistry[];
  readonly expiresAt?: string | undefined;
  /** The expiry of the previous credential, while that of the current one is unknown. */
  readonly formerEnd?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * What an edit of details is based on: the details when the edit started, and as they were last shown to the editor.
 */
export interface Ground {
  readonly before: Sayable | undefined;
  readonly told: Sayable | undefined;
}

const nothing: Sayable = { registries: [] };

/**
 * The details to store, while `now` is what others have made of them: fields that were not edited stay as others have
 * them. Throws if both changed the same field and the editor has not seen it.
 */
export function mergeDetails<T extends Sayable>(details: T, ground: Ground, now = nothing): T {
  const { before = nothing, told = nothing } = ground;
  const isTheirs = (read: (of: Sayable) => string) => {
    const [mine, theirs] = [read(details), read(now)];
    if (mine === read(before)) return true;
    if (theirs !== read(told) && theirs !== mine)
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
export function saySame(one = nothing, other = nothing): boolean {
  return readAll(one) === readAll(other);
}

function readAll(of: Sayable): string {
  return [readRegistries(of), readEnd(of), of.note ?? ''].join('\n');
}

function readRegistries({ registries }: Sayable): string {
  return JSON.stringify(registries.map(({ host, username }) => [host, username]));
}

/** The expiry date, or that it is unknown: then only an earlier date is known. */
function readEnd({ expiresAt, formerEnd }: Sayable): string {
  return expiresAt ?? (formerEnd === undefined ? '' : 'open');
}
