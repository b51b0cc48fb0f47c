/** The card under a finger. */
import type { ReaderPage } from './browsers/reader-page.ts';
import { expect, expectCard, openAnnotated, POLL, test } from './fixtures.ts';

const LAYOUTS = 'http://example.org/layouts.html';
/** Longer than hover intent and leaving take together, in milliseconds. */
const PAST_INTENT = 600;

const seenBy = (page: ReaderPage) => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
// A page that is on its way elsewhere cannot be asked.
const whereIs = (page: ReaderPage) => page.evaluate(() => location.pathname + location.hash).catch(() => undefined);

/** Waits until the page has stopped to glide on after a finger has left it. */
function untilStill(page: ReaderPage): Promise<void> {
  return page.evaluate(async () => {
    const STILL_FRAMES = 20;
    for (let still = 0, last = scrollY; still < STILL_FRAMES; last = scrollY) {
      await new Promise(requestAnimationFrame);
      still = scrollY === last ? still + 1 : 0;
    }
  });
}

test('a tap opens a card that stays, and a tap elsewhere closes it', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  await page.tap('UN General Assembly');
  await expectCard(page, 'United Nations General Assembly');
  expect(await page.card.isPinned()).toBe(true);
  await page.outlast(PAST_INTENT);
  expect(await page.card.name()).toBe('United Nations General Assembly');
  await page.tap('The first words');
  await expectCard(page, undefined);
  // The page has had both taps.
  expect((await seenBy(page)).filter((event) => event.startsWith('click'))).toHaveLength(2);
});

test('the buttons of the card take taps', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  await page.tap('UN General Assembly');
  await expectCard(page, 'United Nations General Assembly');
  await page.card.rect();
  await page.tab.tap(await page.card.middleOf('[aria-label=Close]'));
  await expectCard(page, undefined);
});

test('on a link the first tap opens the card, and the second follows the link', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  await page.scrollTo('Human Rights Watch', 0.3);
  await page.tap('Human Rights Watch');
  await expectCard(page, 'Human Rights Watch');
  expect(await whereIs(page)).toBe('/layouts.html');
  await page.tap('Human Rights Watch');
  await expect.poll(() => whereIs(page), POLL).toBe('/linked.html');
});

test('a link that a script follows is not followed by the first tap either', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  await page.scrollTo('Deborah Brown', 0.3);
  await page.tap('Deborah Brown');
  await expectCard(page, 'Deborah Brown');
  expect(await whereIs(page)).toBe('/layouts.html');
  expect(await seenBy(page)).toEqual([]);
  await page.tap('Deborah Brown');
  await expect.poll(() => whereIs(page), POLL).toBe('/layouts.html#routed');
});

test('once its card is closed, a tap on a link opens it again', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  await page.scrollTo('Human Rights Watch', 0.3);
  for (const close of [
    () => page.tap('The first words'),
    async () => page.tab.tap(await page.card.middleOf('[aria-label=Close]')),
  ]) {
    await page.tap('Human Rights Watch');
    await expectCard(page, 'Human Rights Watch');
    await page.card.rect();
    await close();
    await expectCard(page, undefined);
  }
  expect(await whereIs(page)).toBe('/layouts.html');
});

test('a click of the mouse follows a link at once', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  await page.click('Deborah Brown');
  await expect.poll(() => whereIs(page), POLL).toBe('/layouts.html#routed');
});

test('a pinch opens nothing, and a card is a sheet in the part of the page that is seen then', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  await page.scrollTo('Canada', 0.3);
  const view = () =>
    page.evaluate(() => {
      const { offsetLeft: x, offsetTop: y, width, height } = visualViewport as VisualViewport;
      return { x, y, width, height };
    });
  // A gesture that a driver makes is lost at times, on a busy machine.
  await expect(async () => {
    await page.tab.pinch(await page.pointOn('Canada'), 4);
    await expect.poll(async () => (await view()).width, { timeout: 2500 }).toBeLessThan(480);
  }).toPass({ timeout: 10_000 });
  await page.outlast(PAST_INTENT);
  expect(await page.card.name()).toBeUndefined();

  // A command walks to words without a pointer, whose coordinates in a magnified page no two drivers agree on.
  await reader.command(page, 'next-mention');
  await expect.poll(() => page.card.name(), POLL).toBeDefined();
  const card = await page.card.rect();
  const seen = await view();
  expect(await page.card.sheetEdge()).toBeDefined();
  expect(card.width).toBeCloseTo(seen.width, 0);
  expect(Math.abs(card.x - seen.x)).toBeLessThanOrEqual(1);
  expect(card.height).toBeLessThanOrEqual(seen.height * 0.55 + 1);
  expect(card.y).toBeGreaterThanOrEqual(seen.y - 1);
  expect(card.y + card.height).toBeLessThanOrEqual(seen.y + seen.height + 1);
});

test('scrolling with a finger opens nothing and closes nothing', async ({ reader }) => {
  const page = await openAnnotated(reader, LAYOUTS);
  const from = await page.pointOn('Canada');
  await page.tab.swipe(from, { x: from.x, y: from.y - 150 });
  await expect.poll(() => page.evaluate(() => scrollY), POLL).toBeGreaterThan(0);
  await untilStill(page);
  await page.outlast(PAST_INTENT);
  expect(await page.card.name()).toBeUndefined();

  await page.scrollTo('UN General Assembly', 0.3);
  await page.tap('UN General Assembly');
  await expectCard(page, 'United Nations General Assembly');
  const before = await page.evaluate(() => scrollY);
  await page.tab.swipe({ x: 20, y: 500 }, { x: 20, y: 430 });
  await expect.poll(() => page.evaluate(() => scrollY), POLL).toBeGreaterThan(before);
  await page.outlast(PAST_INTENT);
  expect(await page.card.name()).toBe('United Nations General Assembly');
});
