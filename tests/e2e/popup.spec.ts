/** The toolbar popup: where the treaty stands, and what the page mentions. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ARTICLE, expect, expectCard, openAnnotated, openReadyPopup, POLL, test } from './fixtures.ts';
import { type BrowserName, BUILDS } from './paths.ts';

/** What of the dataset's asset the figures are counted from. */
interface DatasetAsset {
  entities: { id: string; kind: string }[];
  sources: { id: string; url: string }[];
  status: {
    asOf: string;
    sources: string[];
    participants: {
      entity: string;
      signed?: { date: string; confidence: 'confirmed' | 'reported' | 'disputed' };
      instrument?: { deposited: string };
    }[];
  };
}

/** The dataset in the build that the browser runs. */
function datasetOf(browser: string): DatasetAsset {
  return JSON.parse(readFileSync(path.join(BUILDS[browser as BrowserName], 'dataset.json'), 'utf8')) as DatasetAsset;
}

/** What a reader of the article counts, in the order in which each first appears. */
const MENTIONED: [name: string, count: number][] = [
  ['UN Cybercrime Convention', 6],
  ['United Nations General Assembly', 1],
  ['Russia', 2],
  ['Iran', 1],
  ['South Africa', 1],
  ['Human Rights Watch', 2],
  ['Deborah Brown', 1],
  ['Cybersecurity Tech Accord', 1],
  ['Microsoft', 1],
  ['Meta', 1],
  ['Nick Ashton-Hart', 1],
];

test('its figures are those of the dataset', async ({ reader }, { project }) => {
  const { status, entities } = datasetOf(project.name);
  const states = new Set(entities.filter(({ kind }) => kind === 'state').map(({ id }) => id));
  // A signature on which sources differ is shown as such, and does not count.
  const signed = status.participants.filter((line) => line.signed && line.signed.confidence !== 'disputed');
  const since = signed.filter((line) => (line.signed?.date ?? '') > status.asOf).length;
  const signatories = `${signed.length - since}${since > 0 ? ` +${since} known since` : ''}`;
  const ratifications = status.participants.filter(({ entity, instrument }) => instrument && states.has(entity)).length;
  expect(signed.length).toBeGreaterThan(0);

  const popup = await openReadyPopup(reader, await openAnnotated(reader, ARTICLE));
  const figures = await popup.figures();
  // Behind what is known since stand its sources.
  expect(figures['Signatories']?.slice(0, signatories.length)).toBe(signatories);
  expect(figures['Ratifications']).toBe(`${ratifications} of 40`);
  expect(await popup.text()).toMatch(/Open for signature until .*2026|Closed for signature since .*2026/);
});

test('it says of which day they are, by whom, and warns when that is long ago', async ({ reader }, { project }) => {
  const { status, sources } = datasetOf(project.name);
  const days = Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse(status.asOf)) / 86_400_000);
  const popup = await openReadyPopup(reader, await openAnnotated(reader, ARTICLE));
  const { text, stale, source } = await popup.asOf();
  expect(text).toContain(status.asOf.slice(0, 4));
  expect(source).toBe(sources.find(({ id }) => id === status.sources[0])?.url);
  // After 45 days the table of the depositary has certainly moved on.
  expect(stale).toBe(days > 45);
  if (days > 45) expect(text).toContain(`${days} days ago: it may have changed`);
  else expect(text).not.toContain('ago');
});

test('it lists whom the page mentions, and how often', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  const popup = await openReadyPopup(reader, page);
  const listed = await popup.mentions();
  expect(listed).toEqual(MENTIONED);
  const total = listed.reduce((sum, [, count]) => sum + count, 0);
  expect(total).toBe((await page.mentions()).length);
  expect(await popup.text()).toContain(`${total} mentions`);
});

test('a click on a name leads to its mentions, one after the other', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  const popup = await openReadyPopup(reader, page);
  const lineOf = async (nth: number) => (await page.linesOf({ text: 'Russia', nth }))[0]?.y ?? Number.NaN;

  await popup.goTo('Russia');
  await expectCard(page, 'Russia');
  expect(await page.card.isPinned()).toBe(true);
  expect(await page.evaluate(() => scrollY)).toBe(0);

  await popup.tab.bringToFront();
  await popup.goTo('Russia');
  await expect.poll(() => page.evaluate(() => scrollY), POLL).toBeGreaterThan(0);
  await expectCard(page, 'Russia');
  expect(await lineOf(1)).toBeGreaterThan(0);
  expect(await lineOf(1)).toBeLessThan(600);
  await page.tab.bringToFront();
  const { y, height } = await page.card.rect();
  expect(y).toBeGreaterThanOrEqual(0);
  expect(y + height).toBeLessThanOrEqual(600);
});

test('on a page that does not name the treaty it says so', async ({ reader }) => {
  const popup = await openReadyPopup(reader, await reader.openPage('http://example.org/linked.html'));
  expect(await popup.text()).toContain('This page does not mention the treaty.');
  expect(await popup.mentions()).toEqual([]);
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in ${scheme}`, async ({ reader }) => {
    await reader.setColourScheme(scheme);
    // Few mentions: axe-core cannot decide on those that a list which scrolls shows in part.
    const page = await openAnnotated(reader, 'http://example.org/app-treaty.html');
    const popup = await openReadyPopup(reader, page);
    expect((await popup.mentions()).length).toBeGreaterThan(1);
    const { passes, violations, incomplete } = await popup.axe();
    expect.soft(violations).toEqual([]);
    expect(passes).toContain('color-contrast');
    expect(incomplete.filter((place) => place.startsWith('color-contrast'))).toEqual([]);
  });
}
