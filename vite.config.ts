import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** Writes a `.br` and a `.gz` beside every hashed asset, so that serving one costs no compression. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const assets = path.join(dir, 'assets');
      const files = (await readdir(assets)).filter((name) => /\.(?:js|css|svg)$/.test(name));
      const compress = async (file: string) => {
        const source = await readFile(path.join(assets, file));
        await writeFile(path.join(assets, `${file}.br`), await promisify(brotliCompress)(source));
        await writeFile(path.join(assets, `${file}.gz`), await promisify(gzip)(source, { level: 9 }));
      };
      await Promise.all(files.map(compress));
    },
  };
}

/**
 * One script for the first page, one for what other pages share, one for each of them. Without groups, every set
 * of pages that share a module gets a chunk, and a page is dozens of requests.
 */
const chunks = [
  { name: 'first', tags: ['$initial' as const], priority: 1 },
  { name: 'shared', minShareCount: 2 },
];

export default defineConfig({
  plugins: [react(), precompress()],
  // MUI's build for current browsers is smaller than its default one.
  resolve: {
    conditions: ['mui-modern', 'module', 'browser', 'development|production'],
    // React has the hook itself since 18.
    alias: [{ find: /^use-sync-external-store\/shim$/, replacement: 'react' }],
  },
  // The gateway puts a fresh nonce in the place of this one on every page load.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist/web',
    // The licences of what is bundled ask to go with it.
    license: { fileName: 'licenses.md' },
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    // What a page loads is measured in the browser, by `npm run size`.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // emotion needs it only for `withTheme`, which nothing here calls; as CommonJS it would stay all the same.
      treeshake: { moduleSideEffects: [{ test: /hoist-non-react-statics/, sideEffects: false }] },
      output: { codeSplitting: { groups: chunks } },
    },
  },
  test: {
    // Property tests and child processes take their time on a machine that does other things too.
    testTimeout: 30_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['src/domain/**/*.test.ts'],
          // Pure functions leave nothing behind for the next file, so that their packages load once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          // Tests of a whole program start what was built of it.
          globalSetup: 'scripts/build-server-when-needed.ts',
          include: ['{src,gateway,simulator,scripts,docs}/**/*.test.{ts,tsx}'],
          exclude: ['src/domain/**'],
        },
      },
    ],
  },
});
