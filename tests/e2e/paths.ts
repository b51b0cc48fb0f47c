/** Where the tests find what they did not make themselves. */
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** The browsers that the extension is tested in; a Playwright project is named after each. */
export type BrowserName = 'chromium' | 'firefox';

/** The folder of the builds; another one can be named, so that tests run on while the extension is built anew. */
const OUTPUT = process.env['TREATY_LENS_OUTPUT'] ?? path.join(ROOT, '.output');

/** The unpacked builds of the extension. */
export const BUILDS: Readonly<Record<BrowserName, string>> = {
  chromium: path.join(OUTPUT, 'chrome-mv3'),
  firefox: path.join(OUTPUT, 'firefox-mv3'),
};

/** The tests' own pages. */
export const PAGES = path.join(ROOT, 'tests/fixtures/pages');

/** Material that lies beside the repository and is no part of it; tests that need it are skipped without it. */
export const SHARED = path.resolve(ROOT, '../shared');
