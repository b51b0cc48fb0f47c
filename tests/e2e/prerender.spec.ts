/** A page that Chromium renders ahead is left in peace until it is seen. */
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../tools/find-browser.mjs';
import { expect, POLL, test } from './fixtures.ts';
import { BUILDS } from './paths.ts';

const STORY = '<h1>The UN cybercrime treaty</h1><p>Ghana ratified the treaty.</p>';

/** A page that has its successor rendered ahead. */
const AHEAD = `<!doctype html><html lang="en"><title>Ahead</title><p><a href="/treaty-ahead.html">Read on</a></p>
<script type="speculationrules">{"prerender": [{"urls": ["/treaty-ahead.html"], "eagerness": "immediate"}]}</script>`;
/** Tells by what both pages can read whether it is ahead, and later, when a page that is seen is underlined, what of it is. */
const SUCCESSOR = `<!doctype html><html lang="en"><title>Treaty</title>
<script>
  globalThis.wasAhead = document.prerendering;
  if (document.prerendering) {
    setTimeout(() => {
      if (document.prerendering) localStorage.setItem('underlinedAhead', CSS.highlights.size);
    }, 3000);
  }
</script>${STORY}`;

test('a page that is rendered ahead is underlined once it is seen', async ({ site }, { project }) => {
  test.skip(project.name === 'firefox', 'Firefox renders no page ahead');
  site.serve('/ahead.html', AHEAD);
  site.serve('/treaty-ahead.html', SUCCESSOR);
  // A browser of its own: Playwright has Chromium render nothing ahead.
  const browser = await puppeteer.launch({
    executablePath: (await findBrowser('chromium')) ?? '',
    enableExtensions: [BUILDS.chromium],
    args: [
      '--disable-gpu',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--host-resolver-rules=MAP * 127.0.0.1:${site.port}`,
    ],
  });
  try {
    const page = await browser.newPage();
    await page.goto('http://example.org/ahead.html');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('underlinedAhead')), POLL).toBe('0');
    await page.click('a');
    const seen = () =>
      page.evaluate(() => [location.pathname, Reflect.get(globalThis, 'wasAhead') as boolean, CSS.highlights.size > 0]);
    await expect.poll(() => seen().catch(() => []), POLL).toEqual(['/treaty-ahead.html', true, true]);
  } finally {
    await browser.close();
  }
});
