import type { FastifyRequest } from 'fastify';
import type { Person } from './person.ts';

/** One way to find out who somebody is. */
export interface Authentication {
  /** Who calls; undefined for nobody. Rejects if it cannot be found out now. */
  identify(request: FastifyRequest): Promise<Person | undefined>;
  /** Where the page of somebody who has not signed in redirects; undefined if a proxy in front does that. */
  signInPath: ((returnTo: string) => string) | undefined;
  /** Where a browser goes to sign out. */
  signOutUrl: string | undefined;
}
