import { forwardingTo, startServer } from './proxies.ts';
import { startProcess } from './stack.ts';
import { test as base } from './test.ts';

interface Forwarding {
  readonly forwarding: string;
  readonly consoleUrl: string;
}

/** A proxy on another origin that passes on the browser's own token, and a console that may call it. */
export const test = base.extend<Forwarding>({
  forwarding: async ({ stack, servers }, use) => {
    const start = () => startServer(forwardingTo(stack.simulator.url));
    const { url } = await servers.keep(`forwarding to ${stack.simulator.url}`, start);
    await use(url);
  },
  consoleUrl: async ({ stack, forwarding, servers }, use) => {
    const start = () =>
      startProcess('gateway/main.ts', [], {
        AICORE_SERVICE_KEYS_DIR: stack.keysDir,
        CONNECT_SRC: forwarding,
      });
    const { url } = await servers.keep(`console that may call ${forwarding}`, start);
    await use(url);
  },
  baseURL: ({ consoleUrl }, use) => use(consoleUrl),
});
