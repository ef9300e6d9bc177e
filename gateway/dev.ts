import { createServer } from 'vite';
import { runUntilStopped, startConsole } from './main.ts';

/** Vite with hot reload in front, and behind it the gateway with its simulator on its own port. */
await runUntilStopped(async () => {
  const gateway = await startConsole({ ...process.env, HOST: '127.0.0.1', PORT: '0' }, undefined);
  // The browser's Host header is kept, so that the gateway's checks see what they see in production.
  const behind = { target: gateway.url, changeOrigin: false };
  const vite = await createServer({
    server: {
      host: '127.0.0.1',
      port: 5173,
      proxy: { '/api': behind, '/config.json': behind, '/healthz': behind },
    },
  });
  await vite.listen();
  process.stdout.write(
    `AI Core Registry Console: ${vite.resolvedUrls?.local[0] ?? ''} (${gateway.summary})\n`,
  );
  return {
    async close() {
      await vite.close();
      await gateway.close();
    },
  };
});
