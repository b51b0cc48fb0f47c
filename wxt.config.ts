import { defineConfig } from 'wxt';
import { datasetPlugin, dictionaryAssets, factsAsset, flagsAsset } from './tools/dataset-plugin.ts';
import { licencesAsset } from './tools/licences.ts';
import { messageChecksPlugin } from './tools/message-checks-plugin.ts';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  // Every import is written out, so that a file shows what it stands on.
  imports: false,
  manifestVersion: 3,
  vite: ({ browser }) => ({
    plugins: [datasetPlugin(), messageChecksPlugin()],
    build: { target: ['chrome128', 'firefox149'] },
    // WXT looks for Firefox's name first. In Chromium a page's element with this id, or a frame, would answer to it.
    define: browser === 'firefox' ? {} : { 'globalThis.browser': 'undefined' },
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      files.push(
        { relativeDest: 'dataset.json', contents: factsAsset() },
        ...Object.entries(dictionaryAssets()).map(([relativeDest, contents]) => ({ relativeDest, contents })),
        { relativeDest: 'flags.json', contents: flagsAsset() },
        { relativeDest: 'third-party-licences.txt', contents: licencesAsset() },
      );
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    content_scripts: [
      {
        matches: ['http://*/*', 'https://*/*'],
        js: ['gate.js'],
        run_at: 'document_idle',
        // Articles stand in frames too, and in frames that their page has written.
        all_frames: true,
        match_origin_as_fallback: true,
      },
    ],
    permissions: ['storage', 'scripting'],
    host_permissions: ['http://*/*', 'https://*/*'],
    action: { default_title: '__MSG_extensionName__' },
    commands: {
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandNext__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandPrevious__',
      },
      'enter-card': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandEnter__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'treaty-lens@treaty-lens.org',
              strict_min_version: '149.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
