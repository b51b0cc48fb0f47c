/** The first real article that the extension must annotate. It lies beside the repository and is no part of it. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectCard, openAnnotated, test } from './fixtures.ts';
import { SHARED } from './paths.ts';

const FILE = path.join(SHARED, 'articles/000_88b0d3d671326f81.txt');
const URL = 'http://news.example.org/seed.html';

/** When it was published, as its site declared; the file holds the text alone. */
const PUBLISHED = '2024-08-09T08:00:00+00:00';

/** What a careful reader underlines, in the order of the article. */
const MENTIONS = [
  'multilateral treaty targeting cybercrime',
  'United Nations Convention Against Cybercrime',
  'The treaty',
  'UN General Assembly',
  'the treaty',
  'South Africa',
  'the treaty',
  'the treaty',
  'Deborah Brown',
  'Human Rights Watch',
  'the treaty',
  'Nick Ashton-Hart',
  'Cybersecurity Tech Accord',
  'Microsoft',
  'Meta',
  'the treaty',
  'the treaty',
  'Russia',
  'the treaty',
  'Iran',
  'The treaty',
];

/** For each entity, words that name it and the name on its card. */
const CARDS = [
  ['multilateral treaty targeting cybercrime', 'United Nations Convention against Cybercrime'],
  ['UN General Assembly', 'United Nations General Assembly'],
  ['South Africa', 'South Africa'],
  ['Deborah Brown', 'Deborah Brown'],
  ['Human Rights Watch', 'Human Rights Watch'],
  ['Nick Ashton-Hart', 'Nick Ashton-Hart'],
  ['Cybersecurity Tech Accord', 'Cybersecurity Tech Accord'],
  ['Microsoft', 'Microsoft'],
  ['Meta', 'Meta'],
  ['Russia', 'Russia'],
  ['Iran', 'Iran'],
] as const;

test.skip(!existsSync(FILE), `${FILE} is not there`);

test.beforeEach(({ site }) => {
  const escaped = readFileSync(FILE, 'utf8').trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const paragraphs = escaped.split('\n').map((line) => `<p>${line}</p>`);
  site.serve(
    '/seed.html',
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>News</title>
    <meta property="article:published_time" content="${PUBLISHED}">
    <style>body { font: 18px/1.6 serif; margin: 20px }</style><body>${paragraphs.join('\n')}</body></html>`,
  );
});

test('every mention is underlined, and nothing else', async ({ reader }) => {
  const page = await openAnnotated(reader, URL);
  expect(await page.mentions()).toEqual(MENTIONS);
  expect(await page.figures()).toEqual(['ratified by 40 member nations']);
});

test('the card of every entity opens on hover, with its name and a source', async ({ reader }) => {
  const page = await openAnnotated(reader, URL);
  for (const [words, name] of CARDS) {
    await test.step(name, async () => {
      await page.hover(words);
      await expectCard(page, name);
      const sources = await page.card.sources();
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) expect(source).toMatch(/^https?:\/\//);
      await page.moveAway();
      await expectCard(page, undefined);
    });
  }
});

test("the treaty's card tells what has happened since the article was published", async ({ reader }) => {
  const page = await openAnnotated(reader, URL);
  await page.click('multilateral treaty targeting cybercrime');
  await expectCard(page, 'United Nations Convention against Cybercrime');
  const told = await page.card.text('.card-since');
  expect(told).toContain('Since this was written, Aug 9, 2024');
  const dates = ['Dec 24, 2024', 'Oct 25, 2025'].map((date) => told.indexOf(date));
  expect(dates.every((at) => at > 0)).toBe(true);
  expect(dates).toEqual(dates.toSorted((one, other) => one - other));
  expect(await page.card.text('.status-figures')).toMatch(/Signatories\s*\d+.*Ratifications\s*\d+ of 40/s);
});
