import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin, Rolldown } from 'vite';
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
 * Tells the page the names of scripts that its code asks for late: the first texts, by language, and all that come
 * after the first page, in the router's order, for `fetchPagesAhead`. The development server knows none.
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

/** Of a file of texts, after itself, its language and its part. */
function textsOf(file: string | null): readonly (string | undefined)[] {
  return /\/ui\/texts\/([a-z]+)\/([a-z]+)\.ts$/.exec(file ?? '') ?? [];
}

/** Whoever fetches texts ahead can tell their language. */
function nameChunk({ facadeModuleId }: { facadeModuleId: string | null }): string {
  const [, language] = textsOf(facadeModuleId);
  return language === undefined ? 'assets/[name]-[hash].js' : `assets/texts-${language}-[name]-[hash].js`;
}

/**
 * Modules of MUI that nothing here has a use for, and what takes their place. It makes its default theme as it is
 * loaded, once for `styled` and once for `Box`, which costs a phone 12 ms each time; every page here has the theme that
 * `App` provides. And it carries a script for a server that renders pages; the first page's own stands in `index.html`.
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
 * emotion has a list of all attributes of HTML, 2 kB, for elements that are styled without saying what they pass on.
 * MUI's own all say it; of ours the links and icon buttons do not, which get attributes, and `sx` beside them.
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
 * One script for the first page, one for what other pages share, one for each of them. Without groups, every set
 * of pages that share a module gets a chunk, and a page is dozens of requests.
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
      output: { chunkFileNames: nameChunk, codeSplitting: { groups: chunks } },
    },
  },
  test: {
    // What is waited for comes as soon as it can, be it a process, a database or many random cases, on a machine that
    // does other things too: the limits are there for what never comes.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // Tests of servers and of programs wait for them half of the time.
    maxWorkers: '200%',
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
          // Packages load once for all files; what a file changes is put back behind it.
          isolate: false,
          setupFiles: 'scripts/leave-no-trace.ts',
          // Tests of a whole program start what was built of it.
          globalSetup: 'scripts/build-server-when-needed.ts',
          include: ['{src,gateway,simulator,scripts,docs}/**/*.test.{ts,tsx}'],
          exclude: ['src/domain/**'],
        },
      },
    ],
  },
});
