/** Articles in frames of a page: its own, written ones, and those of other sites. */
import type { ReaderPage } from './browsers/reader-page.ts';
import { expect, expectCard, openReadyPopup, POLL, test } from './fixtures.ts';

const FRAMES = 'http://example.org/frames.html';
const ARTICLE_MENTIONS = [
  'UN cybercrime treaty',
  'United Nations Convention against Cybercrime',
  'Human Rights Watch',
  'Microsoft',
  'the treaty',
];

/** Underlined texts in a frame of the page's own site, in the order of its text. */
function mentionsIn(page: ReaderPage, frame: string): Promise<string[]> {
  return page.evaluate((name) => {
    const window = (globalThis as unknown as Record<string, typeof globalThis>)[name];
    if (!window) throw new Error(`There is no frame "${name}"`);
    return Array.from(window.CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>)
      .filter(([highlight]) => highlight.startsWith('treaty-lens') && highlight !== 'treaty-lens-open')
      .flatMap(([, ranges]) => Array.from(ranges))
      .sort((one, other) => one.compareBoundaryPoints(Range.START_TO_START, other))
      .map(String);
  }, frame);
}

test('an article in a frame is annotated, in a small one it is not', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  await expect.poll(() => mentionsIn(page, 'same'), POLL).toEqual(ARTICLE_MENTIONS);
  await expect
    .poll(() => mentionsIn(page, 'written'), POLL)
    .toEqual(['UN cybercrime treaty', 'United Nations Convention against Cybercrime', 'Russia']);
  expect(await mentionsIn(page, 'small')).toEqual([]);
});

test('an article in a frame of another site is annotated, and its card opens there', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  const frame = await page.frame('http://example.com/app-treaty.html');
  await expect.poll(() => frame.mentions(), POLL).toEqual(ARTICLE_MENTIONS);
  await frame.hover('Microsoft');
  await expectCard(frame, 'Microsoft');
  const { width, height } = await frame.card.rect();
  expect(width).toBeGreaterThan(100);
  expect(height).toBeGreaterThan(50);
  expect(await page.evaluate(() => document.querySelectorAll('treaty-lens').length)).toBe(0);
  await frame.card.click('[aria-label=Close]');
  await expectCard(frame, undefined);
});

test('a link in a frame of another site has its card, and a click follows it', async ({ reader, site }) => {
  site.serve(
    '/frames/linking.html',
    '<h1>The UN cybercrime treaty</h1><p>It is opposed by <a href="/linked.html">Human Rights Watch</a>.</p>',
  );
  const url = 'http://example.com/frames/linking.html';
  site.serve('/frames/around.html', `<iframe width="600" height="400" src="${url}"></iframe>`);
  const page = await reader.openPage('http://example.org/frames/around.html');
  const frame = await page.frame(url);
  await expect.poll(() => frame.mentions(), POLL).toEqual(['UN cybercrime treaty', 'Human Rights Watch']);
  await frame.hover('Human Rights Watch');
  await expectCard(frame, 'Human Rights Watch');
  await frame.click('Human Rights Watch');
  // A frame that is being left cannot be asked; what comes after can.
  const place = () => frame.evaluate(() => location.href).catch(() => undefined);
  await expect.poll(place, POLL).toBe('http://example.com/linked.html');
  expect(page.url).toBe(await page.evaluate(() => location.href));
});

test('a small frame that has grown is annotated', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  await expect.poll(() => mentionsIn(page, 'same'), POLL).toEqual(ARTICLE_MENTIONS);
  await page.evaluate(() => document.querySelector('.small')?.classList.remove('small'));
  await expect.poll(() => mentionsIn(page, 'small'), POLL).toEqual(ARTICLE_MENTIONS);
});

test('badge and popup speak of all frames, those of other sites and of none too', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  await expect.poll(() => reader.badge(page), POLL).toBe(String(2 * ARTICLE_MENTIONS.length + 3 + 3));
  const popup = await openReadyPopup(reader, page);
  const counts = Object.fromEntries(await popup.mentions());
  expect(counts).toEqual({
    'UN Cybercrime Convention': 3 + 2 + 3 + 2,
    'Human Rights Watch': 2,
    Microsoft: 2,
    Russia: 1,
    Iran: 1,
  });
});

test('the popup leads to a mention in a frame, and its card opens there', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  await expect.poll(() => mentionsIn(page, 'written'), POLL).toContain('Russia');
  const popup = await openReadyPopup(reader, page);
  await popup.goTo('Russia');
  const opened = () =>
    page.evaluate(() => {
      const { document: inner, CSS: style } = (globalThis as unknown as { written: typeof globalThis }).written;
      const open = style.highlights.get('treaty-lens-open') as unknown as Iterable<Range> | undefined;
      return { cards: inner.querySelectorAll('treaty-lens').length, open: Array.from(open ?? [], String) };
    });
  await expect.poll(opened, POLL).toEqual({ cards: 1, open: ['Russia'] });
  expect(await page.evaluate(() => document.querySelectorAll('treaty-lens').length)).toBe(0);
});

test('a frame is bare where its own site is off, and all are where the page is', async ({ reader }) => {
  await reader.setSettings({ paused: false, sites: { 'example.com': 'off' }, reading: { density: 'each' } });
  const page = await reader.openPage(FRAMES);
  await expect.poll(() => reader.badge(page), POLL).toBe(String(ARTICLE_MENTIONS.length + 3 + 3));
  const popup = await openReadyPopup(reader, page);
  await popup.flip('Annotate example.org');
  await expect.poll(() => mentionsIn(page, 'same'), POLL).toEqual([]);
  await expect.poll(() => mentionsIn(page, 'written'), POLL).toEqual([]);
  await expect.poll(() => popup.mentions(), POLL).toEqual([]);
});

test('a command walks the mentions of the frame that has them', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  await expect.poll(() => reader.badge(page), POLL).toBe(String(2 * ARTICLE_MENTIONS.length + 3 + 3));
  await reader.command(page, 'next-mention');
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const { CSS: style } = (globalThis as unknown as { same: typeof globalThis }).same;
          const open = style.highlights.get('treaty-lens-open') as unknown as Iterable<Range> | undefined;
          return Array.from(open ?? [], String);
        }),
      POLL,
    )
    .toEqual(['UN cybercrime treaty']);
});

test('a choice of reading acts in frames at once, and leaves an open card there', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  await expect.poll(() => reader.badge(page), POLL).toBe(String(2 * ARTICLE_MENTIONS.length + 3 + 3));
  const popup = await openReadyPopup(reader, page);
  await popup.goTo('Russia');
  const openIn = (name: string) =>
    page.evaluate((frame) => {
      const { CSS: style } = (globalThis as unknown as Record<string, typeof globalThis>)[frame] as typeof globalThis;
      const open = style.highlights.get('treaty-lens-open') as unknown as Iterable<Range> | undefined;
      return Array.from(open ?? [], String);
    }, name);
  await expect.poll(() => openIn('written'), POLL).toEqual(['Russia']);
  await popup.tab.bringToFront();
  await popup.open('Reading');
  await popup.choose('Underline', 'the first on the page');
  await expect
    .poll(() => mentionsIn(page, 'same'), POLL)
    .toEqual(['UN cybercrime treaty', 'Human Rights Watch', 'Microsoft']);
  expect(await openIn('written')).toEqual(['Russia']);
});

test('a frame far down the page is annotated once its reader comes to it', async ({ reader }) => {
  const page = await reader.openPage(FRAMES);
  await page.evaluate(() => {
    const far = document.querySelector<HTMLIFrameElement>('iframe[name=sandboxed]');
    if (!far) throw new Error('There is no such frame');
    far.className = 'far';
    // Loaded anew where it is now.
    const { srcdoc } = far;
    far.srcdoc = srcdoc;
  });
  await page.evaluate(() => scrollTo({ top: 4000, behavior: 'instant' }));
  await expect.poll(() => reader.badge(page), POLL).toBe(String(2 * ARTICLE_MENTIONS.length + 3 + 3));
});
