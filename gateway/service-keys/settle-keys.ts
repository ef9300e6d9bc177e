import { isDeepStrictEqual } from 'node:util';
import type { KeyProblem, KeyReading, KeyScan } from './key-scan.ts';
import { tenantIdOfKey, type ServiceKey } from './service-key.ts';

/** A usable service key, its tenant, and where it came from, in words for the operator. */
export interface FoundKey {
  source: string;
  setting: string;
  tenantId: string;
  key: ServiceKey;
}

/**
 * Which keys are in use after `scan` if `before` were in use until now, and what is wrong with the others. A place
 * whose key becomes unusable keeps its last one until the place is gone, so that a file may be rewritten in place. A
 * key for a tenant that already has one never replaces the key that works.
 */
export function settleKeys(
  before: readonly FoundKey[],
  scan: KeyScan,
): { keys: FoundKey[]; problems: KeyProblem[] } {
  const problems = [...scan.problems];
  const holders = new Map<string, string>();
  const keys: FoundKey[] = [];
  const take = (found: FoundKey): string | undefined => {
    const names = namesOf(found);
    const holder = names.map((name) => holders.get(name)).find((known) => known !== undefined);
    if (holder === undefined) {
      for (const name of names) holders.set(name, found.source);
      keys.push(found);
    }
    return holder;
  };

  const places = listPlaces(before, scan);
  // Unchanged places come first, so that no other place can take a tenant away from them.
  const ordered = [...places.filter(goesOn), ...places.filter((place) => !goesOn(place))];
  for (const { source, fresh, last, reason } of ordered) {
    const holder = fresh && take(fresh);
    if (fresh !== undefined && holder === undefined) continue;
    const isKept = last !== undefined && take(last) === undefined;
    const message = fresh
      ? `This is a second service key for the tenant "${fresh.tenantId}"; the one from ${holder} is used.`
      : reason && `This service key cannot be used: ${reason}.`;
    if (message) problems.push({ source, message: `${message}${isKept ? stays : ''}` });
  }
  const ranks = new Map(places.map(({ source }, rank) => [source, rank]));
  const byPlace = (one: { source: string }, other: { source: string }) =>
    (ranks.get(one.source) ?? -1) - (ranks.get(other.source) ?? -1);
  return { keys: keys.toSorted(byPlace), problems: problems.toSorted(byPlace) };
}

const stays = ' The previous key stays in use.';

/** A place that holds a key now, held one before, or both. */
interface Place {
  source: string;
  fresh?: FoundKey | undefined;
  last?: FoundKey | undefined;
  /** Why there is no fresh key; undefined if the whole setting could not be read. */
  reason?: string | undefined;
}

function listPlaces(before: readonly FoundKey[], scan: KeyScan): Place[] {
  const known = new Map(before.map((found) => [found.source, found]));
  const places = scan.readings.map((reading): Place => {
    const { source, result } = reading;
    return {
      source,
      fresh: toFoundKey(reading),
      last: known.get(source),
      reason: result.ok ? undefined : result.reason,
    };
  });
  const unreadable = new Set(scan.problems.map(({ source }) => source));
  const unseen = before.filter(({ setting }) => unreadable.has(setting));
  return [...places, ...unseen.map((last) => ({ source: last.source, last }))];
}

function toFoundKey({ source, setting, tenantId, result }: KeyReading): FoundKey | undefined {
  if (!result.ok) return undefined;
  return { source, setting, tenantId: tenantId ?? tenantIdOfKey(result.key), key: result.key };
}

/** The same tenant under two ids is also a conflict, or every change would be written to it twice. */
function namesOf({ tenantId, key }: FoundKey): string[] {
  const id = `id ${tenantId.toLowerCase()}`;
  return key.zoneId === undefined ? [id] : [id, `${key.zoneId} ${key.apiUrl}`];
}

function goesOn({ fresh, last }: Place): boolean {
  return last !== undefined && (fresh === undefined || isDeepStrictEqual(namesOf(fresh), namesOf(last)));
}
