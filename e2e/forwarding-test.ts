import { forwardingTo, startServer } from './proxies.ts';
import { startProcess } from './stack.ts';
import { test as base } from './test.ts';

interface Forwarding {
  readonly forwarding: string;
  readonly consoleUrl: string;
}

/** A proxy on another origin that passes the browser's own token on, and a console that may call it. */
export const test = base.extend<object, Forwarding>({
  forwarding: [
    async ({ stack }, use) => {
      const server = await startServer(forwardingTo(stack.simulator.url));
      await use(server.url);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  consoleUrl: [
    async ({ stack, forwarding }, use) => {
      const gateway = await startProcess('gateway/main.ts', [], {
        AICORE_SERVICE_KEYS_DIR: stack.keysDir,
        CONNECT_SRC: forwarding,
      });
      await use(gateway.url);
      await gateway.stop();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ consoleUrl }, use) => use(consoleUrl),
});
