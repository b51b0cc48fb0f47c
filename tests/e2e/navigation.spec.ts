/** Pages that replace their article without a load. */
import { expect, expectCard, POLL, test } from './fixtures.ts';

const URL = 'http://example.org/app.html';
const MENTIONS = [
  'UN cybercrime treaty',
  'United Nations Convention against Cybercrime',
  'Human Rights Watch',
  'Microsoft',
  'the treaty',
];

test('an article that is put in place later is annotated, and its successor is not', async ({ reader }) => {
  const page = await reader.openPage(URL);
  expect(await reader.hasAnnotator(page)).toBe(false);

  await page.click('Treaty');
  await expect.poll(() => page.mentions(), POLL).toEqual(MENTIONS);
  expect(await page.evaluate(() => location.hash)).toBe('#treaty');
  await page.click('Human Rights Watch');
  await expectCard(page, 'Human Rights Watch');

  // The card's words are gone with the article, and the card with them.
  await page.evaluate(() => document.querySelector<HTMLElement>('[data-article=weather]')?.click());
  await expect.poll(() => page.mentions(), POLL).toEqual([]);
  await expectCard(page, undefined);

  await page.click('Treaty');
  await expect.poll(() => page.mentions(), POLL).toEqual(MENTIONS);
});

test('an article that arrives after the address has changed is annotated', async ({ reader }) => {
  const page = await reader.openPage(URL);
  await page.click('Treaty, after a while');
  await expect.poll(() => page.evaluate(() => document.querySelector('h1')?.textContent), POLL).toContain('treaty');
  await expect.poll(() => page.mentions(), POLL).toEqual(MENTIONS);
});
