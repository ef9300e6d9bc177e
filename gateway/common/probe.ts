import 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What runs the gateway asks it, by address, and also while the process stops. */
    probe?: true;
  }
}
