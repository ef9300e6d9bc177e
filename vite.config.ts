import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';

/** Writes a `.br` and a `.gz` next to every hashed asset, so that serving needs no compression. */
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
 * Tells the page the names of scripts that its code loads later: the first texts by language, and all scripts after the
 * first page, in the router's order, for `fetchPagesAhead`. The development server has no such names.
 */
function nameScripts(): Plugin {
  return {
    name: 'name-scripts',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const texts = chunks.flatMap(({ facadeModuleId, fileName }) => {
          const [, language, part] = textsOf(facadeModuleId);
          return language !== undefined && part === 'first' ? [[language, `/${fileName}`]] : [];
        });
        return {
          html: html.replace('__FIRST_TEXTS__', JSON.stringify(Object.fromEntries(texts))),
          tags: [
            {
              tag: 'script',
              attrs: { type: 'application/json', id: 'later-scripts' },
              children: JSON.stringify(laterScripts(chunks)),
              injectTo: 'body',
            },
          ],
        };
      },
    },
  };
}

function laterScripts(chunks: readonly Rolldown.OutputChunk[]): string[] {
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!entry) return [];
  const first = new Set([entry.fileName, ...entry.imports]);
  const found = new Set<string>();
  const visit = ({ imports, dynamicImports }: Rolldown.OutputChunk) => {
    for (const name of [...imports, ...dynamicImports]) {
      const chunk = chunks.find(({ fileName }) => fileName === name);
      if (!chunk || first.has(name) || found.has(name)) continue;
      found.add(name);
      visit(chunk);
    }
  };
  visit(entry);
  return [...found].map((name) => `/${name}`);
}

/** The path of a file of texts, followed by its language and its part; empty for other files. */
function textsOf(file: string | null): readonly (string | undefined)[] {
  return /\/ui\/texts\/([a-z]+)\/([a-z]+)\.ts$/.exec(file ?? '') ?? [];
}

/** Puts the language into the names of text scripts, for code that fetches them ahead. */
function nameChunk({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const [, language] = textsOf(facadeModuleId);
  return language === undefined ? 'assets/[name]-[hash].js' : `assets/texts-${language}-[name]-[hash].js`;
}

/**
 * Replacements for modules of MUI that are not used here. MUI creates its default theme when it is loaded, once for
 * `styled` and once for `Box`, which costs a phone 12 ms each time; every page here has the theme that `App` provides.
 * It also contains a script for server-side rendering; ours is in `index.html`.
 */
const unusedMui = {
  '/@mui/material/styles/defaultTheme.mjs': 'export default {};',
  '/@mui/material/Box/Box.mjs': "export { default } from '@mui/system/Box';",
  '/@mui/system/InitColorSchemeScript/InitColorSchemeScript.mjs': `export const DEFAULT_MODE_STORAGE_KEY = 'mode';
    export const DEFAULT_COLOR_SCHEME_STORAGE_KEY = 'color-scheme';
    export const DEFAULT_ATTRIBUTE = 'data-color-scheme';
    export function buildInitColorSchemeScript() {}
    export default buildInitColorSchemeScript;`,
};

/**
 * emotion has a list of all HTML attributes, 2 kB, for styled elements that do not declare which properties they pass
 * on. All of MUI's do; of ours, links and icon buttons do not, and they only get attributes and `sx`.
 */
const withoutListOfAttributes = {
  '/@emotion/is-prop-valid/dist/emotion-is-prop-valid.esm.js': "export default (name) => name !== 'sx';",
};

const leaner: Readonly<Record<string, string>> = { ...unusedMui, ...withoutListOfAttributes };

function leanMui(): Plugin {
  return {
    name: 'lean-mui',
    apply: 'build',
    enforce: 'pre',
    load: (id) => Object.entries(leaner).find(([file]) => id.endsWith(file))?.[1],
  };
}

/**
 * One script for the first page, one for what other pages share, and one for each of them. Without groups, every set of
 * pages that share a module would get a chunk of its own, and a page would take dozens of requests.
 */
const chunks = [
  { name: 'first', tags: ['$initial' as const], priority: 1 },
  { name: 'shared', minShareCount: 2 },
];

export default defineConfig({
  plugins: [react(), leanMui(), nameScripts(), precompress()],
  // MUI's build for current browsers is smaller than its default one.
  resolve: {
    conditions: ['mui-modern', 'module', 'browser', 'development|production'],
    // React has included this hook since version 18.
    alias: [{ find: /^use-sync-external-store\/shim$/, replacement: 'react' }],
  },
  // The gateway replaces this with a fresh nonce on every page load.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: 'dist/web',
    // The licences of bundled packages require that their texts are included.
    license: { fileName: 'licenses.md' },
    target: 'baseline-widely-available',
    modulePreload: { polyfill: false },
    // What a page loads is measured in the browser, by `npm run size`.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      // emotion only needs it for `withTheme`, which is not used here; as CommonJS it would be kept otherwise.
      treeshake: { moduleSideEffects: [{ test: /hoist-non-react-statics/, sideEffects: false }] },
      output: { chunkFileNames: nameChunk, codeSplitting: { groups: chunks } },
    },
  },
  test: {
    // What tests wait for (a process, a database, many random cases) may be slow on a busy machine: these limits only
    // catch what never comes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // Tests of servers and programs spend half of their time waiting.
    maxWorkers: '200%',
    projects: [
      {
        extends: true,
        test: {
          name: 'domain',
          include: ['src/domain/**/*.test.ts'],
          // Pure functions do not affect the next file, so packages only need to be loaded once.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'rest',
          // Packages are loaded once for all files; whatever a file changes is restored after it.
          isolate: false,
          setupFiles: 'scripts/leave-no-trace.ts',
          // Tests of a whole program run the built one.
          globalSetup: 'scripts/build-server-when-needed.ts',
          include: ['{src,gateway,simulator,scripts,docs}/**/*.test.{ts,tsx}'],
          exclude: ['src/domain/**'],
        },
      },
    ],
  },
});
