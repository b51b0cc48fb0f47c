/** Figures that an article gives of the treaty: underlined as their own kind, with the dataset's beside them. */
import { expect, expectCard, openAnnotated, openReadyPopup, POLL, test } from './fixtures.ts';

const PAGE = 'http://example.org/figures.html';
const TREATY = 'United Nations Convention against Cybercrime';
const FIGURES = [
  '72 states have ratified',
  'signed by more than 60 countries',
  'needs 40 ratifications',
  '79 votes',
  '60',
  '33 abstentions',
];

test('the treaty’s figures are underlined as their own kind, and no other number is', async ({ reader }) => {
  const page = await openAnnotated(reader, PAGE);
  await expect.poll(() => page.figures(), POLL).toEqual(FIGURES);
  expect(await page.mentions()).not.toContain(FIGURES[0]);
  const mentions = await page.mentions();
  const popup = await openReadyPopup(reader, page);
  expect(await popup.text()).toContain(`${mentions.length} mentions`);
});

test('a card shows the article’s figure, the dataset’s for its day and for today, with sources', async ({ reader }) => {
  const page = await openAnnotated(reader, PAGE);
  await page.hover('signed by more than');
  await expectCard(page, TREATY);
  const text = await page.card.text();
  expect(text).toContain('Figure in the article');
  expect(text).toContain('signed by more than 60 countries');
  expect(text).toContain('60 or more');
  expect(text).toContain('Signatories on Oct 29, 2025');
  expect(text).toContain('Signatories today');
  expect((await page.card.sources()).length).toBeGreaterThan(0);
  expect((await page.highlights())['treaty-lens-open']).toEqual(['signed by more than 60 countries']);
});

test('of states that "ratified" what they signed, it says that both are not one', async ({ reader }) => {
  const page = await openAnnotated(reader, PAGE);
  await page.click('72 states');
  await expectCard(page, TREATY);
  expect(await page.card.text()).toContain(
    'Signatories on Oct 29, 2025: 72. Ratifications: 0. Signing is not ratifying',
  );
  await page.card.press('.card-related button');
  await expect.poll(() => page.card.text(), POLL).not.toContain('Figure in the article');
  await page.card.press('[aria-label^=Back]');
  await expect.poll(() => page.card.text(), POLL).toContain('Figure in the article');
});

test('the keyboard walks to figures as to mentions', async ({ reader }) => {
  const page = await openAnnotated(reader, PAGE);
  for (let steps = 0; steps < 12; steps++) {
    const before = await page.card.announcement();
    await reader.command(page, 'next-mention');
    await expect.poll(() => page.card.announcement(), POLL).not.toBe(before);
    if ((await page.card.announcement()).includes('Figure in the article')) break;
  }
  expect(await page.card.announcement()).toContain('Ratifications in the article: 72');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`a figure’s card has no fault that axe-core knows, ${scheme}`, async ({ reader }) => {
    await reader.setColourScheme(scheme);
    const page = await openAnnotated(reader, PAGE);
    await page.click('72 states');
    await expectCard(page, TREATY);
    await page.card.rect();
    expect((await page.card.axe()).violations).toEqual([]);
  });
}
