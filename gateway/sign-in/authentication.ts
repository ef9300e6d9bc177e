import type { FastifyRequest } from 'fastify';
import type { Person } from './person.ts';

/** One way to learn who somebody is. */
export interface Authentication {
  /** Who calls, and undefined for nobody; rejects when it cannot be found out now. */
  identify(request: FastifyRequest): Promise<Person | undefined>;
  /** Where a page is sent whose user has not signed in; undefined where a proxy in front does that. */
  signInPath: ((returnTo: string) => string) | undefined;
  /** Where a browser goes to sign out. */
  signOutUrl: string | undefined;
}
