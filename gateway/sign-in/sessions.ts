import { hash, randomBytes } from 'node:crypto';
import { parseNames } from '../common/parse-json.ts';
import { deleteInPortions, portion } from '../store/delete-in-portions.ts';
import { withParameters, type Store } from '../store/store.ts';
import type { Person } from './person.ts';

/** The sessions of people who have signed in; ending one here makes every copy of its id useless. */
export interface Sessions {
  /** Begins a session, and returns the id for its cookie. */
  begin(person: Person, ofProvider: ProviderSession): Promise<string>;
  /** Whose session that is, if it still lasts; counts as use. */
  find(id: string): Promise<Person | undefined>;
  end(id: string): Promise<void>;
  /**
   * Ends one session by the provider's name for it, or all of a person, that had begun at `until` by the provider's
   * clock.
   */
  endOf(
    issuer: string,
    whose: { providerSession: string } | { personId: string },
    until: number,
  ): Promise<void>;
  /** Removes sessions that have expired. */
  clean(): Promise<void>;
}

/** What the provider says about a session. */
export interface ProviderSession {
  /** The provider's name for it. */
  name: string | undefined;
  /** When it vouched for the person, by its own clock, in milliseconds since 1970. */
  begunAt: number;
}

/** How long a session lasts. */
export interface SessionOptions {
  idleMinutes: number;
  maxHours: number;
  /** In milliseconds since 1970. */
  now?: () => number;
}

const minuteMs = 60_000;

const at = (time: number) => new Date(time).toISOString();

/** Sessions in the store. */
export function createSessions({ db }: Store, options: SessionOptions): Sessions {
  const { idleMinutes, maxHours, now = Date.now } = options;
  const usedAfter = () => at(now() - idleMinutes * minuteMs);

  async function clean(): Promise<void> {
    const ended = db
      .selectFrom('sessions')
      .select('idHash')
      .where((is) => is.or([is('endsAt', '<=', at(now())), is('usedAt', '<=', usedAfter())]))
      .limit(portion);
    const removeSome = db.deleteFrom('sessions').where('idHash', 'in', ended);
    await deleteInPortions(() => removeSome.executeTakeFirst());
  }

  const findQuery = db
    .selectFrom('sessions')
    .select(['personId', 'personName', 'issuer', 'personGroups', 'usedAt'])
    .where('idHash', '=', '')
    .where('endsAt', '>', '')
    .where('usedAt', '>', '')
    .compile();

  async function read(idHash: string): Promise<Person | undefined> {
    const parameters = [idHash, at(now()), usedAfter()];
    const [row] = (await db.executeQuery(withParameters(findQuery, parameters))).rows;
    if (row === undefined) return undefined;
    // Updated at most once a minute, because a page makes many calls and the idle time is not measured in seconds.
    if (row.usedAt < at(now() - minuteMs)) {
      await db
        .updateTable('sessions')
        .set({ usedAt: at(now()) })
        .where('idHash', '=', idHash)
        .execute();
    }
    const { personId: id, personName: name, issuer, personGroups } = row;
    return { id, name, issuer, groups: parseNames(personGroups) };
  }

  /** Lookups of this turn of the event loop, by id: they share one read, which starts after the last of them. */
  const asked = new Map<string, Promise<Person | undefined>>();

  return {
    async begin(person, { name, begunAt }) {
      const id = randomBytes(32).toString('base64url');
      await db
        .insertInto('sessions')
        .values({
          idHash: hash('sha256', id),
          personId: person.id,
          personName: person.name,
          issuer: person.issuer,
          personGroups: JSON.stringify(person.groups),
          providerSession: name ?? null,
          createdAt: at(begunAt),
          usedAt: at(now()),
          endsAt: at(now() + maxHours * 60 * minuteMs),
        })
        .execute();
      return id;
    },
    find(id) {
      let found = asked.get(id);
      if (found === undefined) {
        found = turnOfEvents().then(() => {
          asked.delete(id);
          return read(hash('sha256', id));
        });
        asked.set(id, found);
      }
      return found;
    },
    async end(id) {
      await db.deleteFrom('sessions').where('idHash', '=', hash('sha256', id)).execute();
    },
    async endOf(issuer, whose, until) {
      const ofIssuer = db
        .deleteFrom('sessions')
        .where('issuer', '=', issuer)
        .where('createdAt', '<=', at(until));
      const chosen =
        'personId' in whose
          ? ofIssuer.where('personId', '=', whose.personId)
          : ofIssuer.where('providerSession', '=', whose.providerSession);
      await chosen.execute();
    },
    clean,
  };
}

function turnOfEvents(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
