/** Somebody who has signed in. */
export interface Person {
  /** Never given to anybody else by its issuer. */
  id: string;
  /** For people to read. */
  name: string;
  /** Who vouches for this person: the provider's address, or `proxy`. */
  issuer: string;
  groups: readonly string[];
  /** Roles that the issuer gives by itself; undefined where it knows of groups only. */
  roles?: readonly string[] | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined where nobody is asked, and in routes that are open to everybody. */
    person: Person | undefined;
  }
  interface FastifyContextConfig {
    /** Answers also to whoever has not signed in. */
    open?: true;
  }
}
