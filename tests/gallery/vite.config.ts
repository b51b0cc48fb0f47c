/** Serves or builds the gallery. It is a page for those who work on the extension, and no part of its builds. */
import { fileURLToPath } from 'node:url';
import { factsAsset, flagsAsset } from '../../tools/dataset-plugin.ts';

const DATA = 'virtual:treaty-lens/gallery-data';

export default {
  root: fileURLToPath(new URL('.', import.meta.url)),
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [
    {
      name: 'treaty-lens:gallery-data',
      resolveId: (id: string) => (id === DATA ? `\0${id}` : undefined),
      load: (id: string) =>
        id === `\0${DATA}`
          ? `export const dataset = ${factsAsset()}; export const flags = ${flagsAsset()};`
          : undefined,
    },
  ],
  // One script and one style sheet, which tests put into a page of their own.
  build: { target: ['chrome128', 'firefox149'], assetsInlineLimit: 0, chunkSizeWarningLimit: 4000, emptyOutDir: true },
};
