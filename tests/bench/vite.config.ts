/** Bundles the code under test, and what it is compared with, into one script that the benchmark puts into pages. */
import { fileURLToPath } from 'node:url';
import { datasetPlugin } from '../../tools/dataset-plugin.ts';

export default {
  root: fileURLToPath(new URL('../..', import.meta.url)),
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [datasetPlugin()],
  build: {
    target: 'chrome128',
    // As the extension's own build is.
    minify: true,
    emptyOutDir: false,
    lib: {
      entry: fileURLToPath(new URL('page/main.ts', import.meta.url)),
      formats: ['iife'],
      name: 'treatyLensBenchModule',
      fileName: () => 'page.js',
    },
  },
};
