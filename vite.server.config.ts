import { defineConfig } from 'vite';

/** Native code, which cannot be bundled. */
const native = ['libsql'];

/**
 * The gateway and the simulator as JavaScript that Node runs directly; `package.json` installs nothing else with it.
 */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, external: native },
  build: {
    ssr: true,
    outDir: 'dist/server',
    license: { fileName: 'licenses.md' },
    target: 'node20',
    rolldownOptions: {
      input: { gateway: 'gateway/main.ts', simulator: 'simulator/main.ts' },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        // The engine keeps the source of every module: without comments and in ASCII, it takes half of the memory.
        comments: false,
        minify: {
          compress: false,
          mangle: false,
          codegen: { removeWhitespace: false, asciiOnly: true },
        },
      },
    },
  },
});
