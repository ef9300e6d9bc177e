/** Somebody who has signed in. */
export interface Person {
  /** Never reassigned to anybody else by the issuer. */
  id: string;
  /** For people to read. */
  name: string;
  /** Who vouches for this person: the provider's address, or `proxy`. */
  issuer: string;
  groups: readonly string[];
  /** Roles that the issuer itself gives; undefined if it only knows groups. */
  roles?: readonly string[] | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined if nobody has to sign in, and in routes that are open to everybody. */
    person: Person | undefined;
  }
  interface FastifyContextConfig {
    /** Answers people who have not signed in too. */
    open?: true;
  }
}
