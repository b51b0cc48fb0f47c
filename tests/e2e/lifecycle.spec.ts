/** Pages that come and go otherwise than by a load. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import type { ReaderPage } from './browsers/reader-page.ts';
import { ARTICLE, expect, expectCard, openAnnotated, POLL, test, untilAnnotated, untilBare } from './fixtures.ts';

/** Of the same host: of another one Firefox first tries https, and forgets the page that waits for the answer. */
const ELSEWHERE = 'http://example.org/linked.html';

const STORY = '<h1>The UN cybercrime treaty</h1><p>Ghana ratified the treaty.</p>';
const HISTORY_MENTIONS = ['UN cybercrime treaty', 'Ghana', 'the treaty'];

/** An app that shows its article, and another one, at addresses of their own. */
const APP = `<!doctype html><html lang="en"><title>App</title><button>Open</button> <button>Next</button><main></main>
<script>
  const show = () => {
    const at = location.hash;
    document.querySelector('main').innerHTML = at === '#open' ? '${STORY}' : '<p>Rain in the north.</p>';
  };
  addEventListener('popstate', show);
  for (const button of document.querySelectorAll('button')) {
    button.onclick = () => {
      history.pushState(null, '', '#' + button.textContent.toLowerCase());
      show();
    };
  }
</script>`;

test.beforeAll(({ site }) => {
  site.serve('/history.html', APP);
});

/** Has a page tell, when it comes back from the browser's cache, that it does. */
async function watchReturn(page: ReaderPage): Promise<void> {
  await page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }), { once: true });
  });
}

/** Leaves a page for another one in the same tab. */
async function goElsewhere(page: ReaderPage): Promise<void> {
  await page.evaluate((url) => location.assign(url), ELSEWHERE);
  await untilAt(page, ELSEWHERE);
}

async function untilAt(page: ReaderPage, url: string): Promise<void> {
  // A page that is being left cannot be asked; its successor can.
  const place = () => page.evaluate(() => location.href).catch(() => undefined);
  await expect.poll(place, POLL).toBe(url);
}

/** Waits until the page is back as it was left, which is to say with what its scripts had in mind. */
async function untilBack(page: ReaderPage): Promise<void> {
  const persisted = () => page.evaluate(() => Reflect.get(globalThis, 'persisted') as boolean | undefined);
  await expect.poll(() => persisted().catch(() => undefined), POLL).toBe(true);
}

test.describe('a page that rests in the cache', () => {
  test('is underlined and has cards when it comes back', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    const before = await page.mentions();
    await watchReturn(page);
    await goElsewhere(page);
    await page.evaluate(() => history.back());
    await untilBack(page);
    await expect.poll(() => page.mentions(), POLL).toEqual(before);
    await page.hover('Human Rights Watch');
    await expectCard(page, 'Human Rights Watch');
  });

  test('is bare when its site was switched off meanwhile', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await watchReturn(page);
    await goElsewhere(page);
    await reader.setSettings({ paused: false, sites: { 'example.org': 'off' }, reading: { density: 'each' } });
    await page.evaluate(() => history.back());
    await untilBack(page);
    await untilBare(page);
    await expect.poll(() => reader.badge(page), POLL).toBe('–');
    await page.hover('Human Rights Watch');
    await expectCard(page, undefined);
    // It goes on from where it was left when its site is on again.
    await reader.setSettings({ paused: false, sites: {}, reading: { density: 'each' } });
    await untilAnnotated(page);
  });

  test('is underlined as was chosen meanwhile', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    const each = (await page.mentions()).length;
    await watchReturn(page);
    await goElsewhere(page);
    await reader.setSettings({ paused: false, sites: {}, reading: { density: 'page', style: 'dots' } });
    await page.evaluate(() => history.back());
    await untilBack(page);
    await expect.poll(async () => (await page.mentions()).length, POLL).toBeLessThan(each);
    const names = Object.keys(await page.highlights());
    expect(names.filter((name) => !name.endsWith('-dots'))).toEqual([]);
    await page.hover('Human Rights Watch');
    await expectCard(page, 'Human Rights Watch');
  });
});

test("an app's way back leads to its article, and the way forward away from it", async ({ reader }) => {
  const page = await reader.openPage('http://example.org/history.html');
  await page.click('Open');
  await expect.poll(() => page.mentions(), POLL).toEqual(HISTORY_MENTIONS);
  await page.click('Next');
  await expect.poll(() => page.mentions(), POLL).toEqual([]);
  await page.evaluate(() => history.back());
  await expect.poll(() => page.mentions(), POLL).toEqual(HISTORY_MENTIONS);
  await page.hover('Ghana');
  await expectCard(page, 'Ghana');
  await page.evaluate(() => history.forward());
  await untilBare(page);
  await expectCard(page, undefined);
});

test('a page is printed as it would be without us, and no card with it', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.hover('Human Rights Watch');
  await expectCard(page, 'Human Rights Watch');
  const onScreen = PNG.sync.read(Buffer.from(await page.tab.screenshot()));
  await page.tab.print(true);
  const annotated = PNG.sync.read(Buffer.from(await page.tab.screenshot()));
  await page.tab.print(false);
  await page.tab.close();

  await reader.setSettings({ paused: false, sites: { 'example.org': 'off' } });
  const bare = await reader.openPage(ARTICLE);
  await expect.poll(() => reader.badge(bare), POLL).toBe('–');
  await bare.tab.print(true);
  const printed = PNG.sync.read(Buffer.from(await bare.tab.screenshot()));
  const differing = (one: PNG, other: PNG) =>
    pixelmatch(one.data, other.data, undefined, one.width, one.height, { threshold: 0 });
  expect(differing(annotated, printed)).toBe(0);
  // The two can be told apart on the screen.
  expect(differing(onScreen, printed)).toBeGreaterThan(1000);
});
