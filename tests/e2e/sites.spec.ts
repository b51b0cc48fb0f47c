/** Where annotations are on: the popup's switches, at once and for good. */
import type { Reader } from './browsers/reader.ts';
import type { ReaderPage } from './browsers/reader-page.ts';
import { ARTICLE, expect, openAnnotated, openReadyPopup, POLL, test, untilAnnotated, untilBare } from './fixtures.ts';

const SUBDOMAIN = 'http://news.example.org/article.html';
const ELSEWHERE = 'http://example.com/article.html';

interface MarkedWindow {
  isSamePage?: boolean;
}

/** Marks a page, so that a reload would show. */
async function mark(page: ReaderPage): Promise<void> {
  await page.evaluate(() => {
    (globalThis as MarkedWindow).isSamePage = true;
  });
}

async function expectNotReloaded(page: ReaderPage): Promise<void> {
  expect(await page.evaluate(() => (globalThis as MarkedWindow).isSamePage)).toBe(true);
}

async function expectBadge(reader: Reader, page: ReaderPage, text: string): Promise<void> {
  await expect.poll(() => reader.badge(page), { ...POLL, message: 'badge' }).toBe(text);
}

test('the badge counts mentions', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await expectBadge(reader, page, String((await page.mentions()).length));
  await expectBadge(reader, await reader.openPage('http://example.org/linked.html'), '');
});

test('a site is switched off and on at once, in all of its tabs and in no other', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  const subdomain = await openAnnotated(reader, SUBDOMAIN);
  const elsewhere = await openAnnotated(reader, ELSEWHERE);
  const mentions = await page.mentions();
  for (const each of [page, subdomain, elsewhere]) await mark(each);

  const popup = await openReadyPopup(reader, page);
  expect(await popup.switches()).toEqual({ 'Annotate example.org': true, 'Pause on all sites': false });
  await popup.flip('Annotate example.org');
  await untilBare(page);
  await untilBare(subdomain);
  await expectBadge(reader, page, '–');
  await expectBadge(reader, subdomain, '–');
  expect(await elsewhere.mentions()).toEqual(mentions);
  await expect.poll(() => popup.text(), POLL).toContain('Annotations are off here.');

  await popup.flip('Annotate example.org');
  await untilAnnotated(page);
  await untilAnnotated(subdomain);
  expect(await page.mentions()).toEqual(mentions);
  expect(await subdomain.mentions()).toEqual(mentions);
  await expectBadge(reader, page, String(mentions.length));
  await expect.poll(async () => (await popup.mentions()).length, POLL).toBeGreaterThan(0);
  for (const each of [page, subdomain, elsewhere]) await expectNotReloaded(each);
});

test('a subdomain can have a rule of its own', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  const subdomain = await openAnnotated(reader, SUBDOMAIN);
  const popup = await openReadyPopup(reader, subdomain);
  await popup.flip('A rule of its own for news.example.org');
  await expect
    .poll(() => popup.switches(), POLL)
    .toEqual({
      'Annotate news.example.org': true,
      'A rule of its own for news.example.org': true,
      'Pause on all sites': false,
    });
  await popup.flip('Annotate news.example.org');
  await untilBare(subdomain);
  expect((await page.mentions()).length).toBeGreaterThan(0);

  // Without its rule it follows its site again.
  await expect.poll(async () => (await popup.switches())['Annotate news.example.org'], POLL).toBe(false);
  await popup.flip('A rule of its own for news.example.org');
  await untilAnnotated(subdomain);
});

test('a pause holds everywhere, and a site that is off stays off behind it', async ({ reader }) => {
  await reader.setSettings({ paused: false, sites: { 'example.com': 'off' } });
  const page = await openAnnotated(reader, ARTICLE);
  const off = await reader.openPage(ELSEWHERE);
  await expectBadge(reader, off, '–');

  const popup = await openReadyPopup(reader, page);
  await popup.flip('Pause on all sites');
  await untilBare(page);
  await expectBadge(reader, page, '–');
  await expect.poll(() => popup.text(), POLL).toContain('Everything is paused.');
  const late = await reader.openPage(SUBDOMAIN);
  await expectBadge(reader, late, '–');
  expect(await late.highlights()).toEqual({});

  await popup.tab.bringToFront();
  await popup.flip('Pause on all sites');
  await untilAnnotated(page);
  await untilAnnotated(late);
  expect(await off.highlights()).toEqual({});
  await expectBadge(reader, off, '–');
});

test('a page that was loaded while off is annotated when its site goes on', async ({ reader }) => {
  await reader.setSettings({ paused: false, sites: { 'example.org': 'off' }, reading: { density: 'each' } });
  const page = await reader.openPage(ARTICLE);
  await expectBadge(reader, page, '–');
  expect(await reader.hasAnnotator(page)).toBe(false);
  const popup = await openReadyPopup(reader, page);
  await popup.flip('Annotate example.org');
  await untilAnnotated(page);
  await expectBadge(reader, page, String((await page.mentions()).length));
});

test('rules survive a restart of the browser', async ({ reader }) => {
  test.slow();
  const popup = await openReadyPopup(reader, await openAnnotated(reader, ARTICLE));
  await popup.flip('Annotate example.org');
  await expect.poll(async () => (await popup.switches())['Annotate example.org'], POLL).toBe(false);

  await reader.restart();
  const page = await reader.openPage(ARTICLE);
  await expectBadge(reader, page, '–');
  expect(await page.highlights()).toEqual({});
  await openAnnotated(reader, ELSEWHERE);
  expect((await (await openReadyPopup(reader, page)).switches())['Annotate example.org']).toBe(false);
});
