import 'fastify';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Called by the platform that runs the gateway, by IP address and even while the process stops. */
    probe?: true;
  }
}
