import { ApiError } from '../../domain/api-problem.ts';
import type { KnownRegistry } from '../../domain/registry/known-registry.ts';

/** What somebody can say of a secret. */
export interface Sayable {
  readonly registries: readonly KnownRegistry[];
  readonly expiresAt?: string | undefined;
  /** Where the end is open. */
  readonly formerEnd?: string | undefined;
  readonly note?: string | undefined;
}

/** What details were entered on: as they were then, and as their author was told of them last. */
export interface Ground {
  readonly before: Sayable | undefined;
  readonly told: Sayable | undefined;
}

const nothing: Sayable = { registries: [] };

/**
 * What to keep of details, while `now` is what others have made of them: what was not touched here stays as they have
 * it. Throws where both changed the same thing and the author does not know.
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

/** Whether both say the same of it. */
export function saySame(one = nothing, other = nothing): boolean {
  return readAll(one) === readAll(other);
}

function readAll(of: Sayable): string {
  return [readRegistries(of), readEnd(of), of.note ?? ''].join('\n');
}

function readRegistries({ registries }: Sayable): string {
  return JSON.stringify(registries.map(({ host, username }) => [host, username]));
}

/** When it ends, or that this is open: then there is a former end alone. */
function readEnd({ expiresAt, formerEnd }: Sayable): string {
  return expiresAt ?? (formerEnd === undefined ? '' : 'open');
}
