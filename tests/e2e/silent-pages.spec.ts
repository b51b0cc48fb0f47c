/** Real pages that are not about the treaty. They lie beside the repository and are no part of it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ARTICLE, expect, openAnnotated, test } from './fixtures.ts';
import { SHARED } from './paths.ts';

const FOLDER = path.join(SHARED, 'pages');
const FILES = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file.endsWith('.html')) : [];
/** Keeps the pages' scripts from leading elsewhere, and from asking hosts that are not there. */
const POLICY = "default-src 'self'; style-src 'unsafe-inline'; script-src 'none'; frame-src 'none'";
/** The latest time after `load` at which the gate reads the page (`lib/article/gate.ts`), in milliseconds. */
const GATE_TIMEOUT = 1000;

test('a page about the treaty is heard of', async ({ reader }) => {
  // What the tests below do not see elsewhere can be seen here.
  const page = await openAnnotated(reader, ARTICLE);
  expect(await reader.hasAnnotator(page)).toBe(true);
  expect(await reader.badge(page)).not.toBe('');
});

if (FILES.length === 0) {
  test.skip(`no pages in ${FOLDER}`, () => {});
}

for (const file of FILES) {
  test(`${file} stays as it is`, async ({ reader, site }) => {
    site.serve(`/silent/${file}`, readFileSync(path.join(FOLDER, file), 'utf8'), POLICY);
    const page = await reader.openPage(`http://pages.example.net/silent/${file}`);
    // The gate has asked for an idle moment at `load`; one that is asked for later comes later.
    await page.evaluate((timeout) => new Promise((done) => requestIdleCallback(done, { timeout })), GATE_TIMEOUT);
    expect(await reader.hasAnnotator(page)).toBe(false);
    expect(await page.highlights()).toEqual({});
    expect(await page.evaluate(() => document.querySelectorAll('treaty-lens').length)).toBe(0);
    expect(await reader.badge(page)).toBe('');
  });
}
