/** The card as a thing that the reader's hand can put elsewhere. */
import { ARTICLE, expect, expectCard, openAnnotated, POLL, test } from './fixtures.ts';

test('a dragged card is pinned, stays where it was put, and the next one is beside its words', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.hover('South Africa');
  await expectCard(page, 'South Africa');
  const before = await page.card.rect();
  await page.card.drag({ x: -120, y: 90 });
  const after = await page.card.rect();
  expect(after).toMatchObject({ x: before.x - 120, y: before.y + 90 });
  expect(await page.card.isPinned()).toBe(true);

  await page.evaluate(() => scrollBy({ top: 60, behavior: 'instant' }));
  await page.moveAway();
  expect(await page.card.rect()).toEqual(after);

  await page.tab.pressKey('Escape');
  await expectCard(page, undefined);
  await page.click('South Africa');
  await expectCard(page, 'South Africa');
  const [line] = await page.linesOf('South Africa');
  const { x, width } = await page.card.rect();
  // As far as the window reaches, which may have a scroll bar.
  const room = await page.evaluate(() => document.documentElement.clientWidth - 8);
  expect(Math.round(x)).toBe(Math.round(Math.min(line?.x ?? Number.NaN, room - width)));
});

test('stays in the window, dragged out of it or the window made smaller', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.click('South Africa');
  await expectCard(page, 'South Africa');
  await page.card.rect();
  await page.card.drag({ x: 200, y: 480 });
  const within = async (width: number, height: number) => {
    const card = await page.card.rect();
    expect(card.x).toBeGreaterThanOrEqual(8);
    expect(card.y).toBeGreaterThanOrEqual(8);
    expect(card.x + card.width).toBeLessThanOrEqual(width - 8);
    expect(card.y + card.height).toBeLessThanOrEqual(height - 8);
    return card;
  };
  const put = await within(1000, 600);
  await page.tab.setViewport(700, 400);
  await expect.poll(async () => (await page.card.rect()).x, POLL).toBeLessThan(put.x);
  await within(700, 400);
  // As wide as before, it is where it was put.
  await page.tab.setViewport(1000, 600);
  await expect.poll(() => page.card.rect(), POLL).toEqual(put);
});

test('selects nothing, takes no focus, and does not begin on a button', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.evaluate(() => document.getElementById('link')?.focus());
  await page.click('South Africa');
  await expectCard(page, 'South Africa');
  await page.evaluate(() => document.getElementById('link')?.focus());
  const before = await page.card.rect();
  await page.card.drag({ x: -100, y: 150 });
  expect((await page.card.rect()).x).toBe(before.x - 100);
  expect(await page.evaluate(() => String(getSelection()))).toBe('');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');

  const put = await page.card.rect();
  const pin = await page.card.middleOf('[data-first-focus]');
  await page.tab.moveTo(pin);
  await page.tab.pressButton();
  await page.tab.moveTo({ x: pin.x + 80, y: pin.y - 80 });
  await page.tab.releaseButton();
  expect(await page.card.rect()).toEqual(put);
  expect(await page.card.isPinned()).toBe(true);
});

test('a press that does not move pins nothing, and a sheet cannot be dragged', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.hover('South Africa');
  await expectCard(page, 'South Africa');
  const before = await page.card.rect();
  await page.card.drag({ x: 1, y: 1 });
  expect(await page.card.isPinned()).toBe(false);
  expect(await page.card.rect()).toEqual(before);
  await page.card.drag({ x: 30, y: 30 });
  const put = await page.card.rect();

  await page.moveAway();
  await page.tab.setViewport(400, 600);
  await expect.poll(() => page.card.sheetEdge(), POLL).toBeDefined();
  const sheet = await page.card.rect();
  await page.card.drag({ x: 30, y: 80 });
  expect(await page.card.rect()).toEqual(sheet);
  await page.tab.setViewport(1000, 600);
  await expect.poll(() => page.card.rect(), POLL).toEqual(put);
});

test('a finger drags it as well, and the page does not scroll', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.tap('South Africa');
  await expectCard(page, 'South Africa');
  const before = await page.card.rect();
  const from = await page.card.middleOf('.card-title');
  await page.tab.swipe(from, { x: from.x - 60, y: from.y + 100 });
  await expect.poll(() => page.card.rect(), POLL).toMatchObject({ x: before.x - 60, y: before.y + 100 });
  expect(await page.evaluate(() => scrollY)).toBe(0);
});
