/** How the reader wants to read: how much is underlined, in which style, what opens a card, and who is muted. */
import { expect, expectCard, openAnnotated, openReadyPopup, POLL, test, untilAnnotated } from './fixtures.ts';

const SECTIONS = 'http://example.org/sections.html';
const ELSEWHERE = 'http://example.com/sections.html';
/** The time of `lib/annotation/pointer.ts`, hover intent, several times over, in milliseconds. */
const PAST_INTENT = 600;

const EACH = [
  'UN Convention against Cybercrime',
  'UN Convention against Cybercrime',
  'Article 14',
  'the treaty',
  'Russia',
  'the treaty',
  'Russia',
  'Human Rights Watch',
  'The treaty',
  'General Assembly',
  'Russia',
  'Human Rights Watch',
  'Human Rights Watch',
  'Article 14',
];

test.use({ reading: {} });

test('by default the first of an entity in each section is underlined', async ({ reader }) => {
  const page = await openAnnotated(reader, SECTIONS);
  expect(await page.highlights()).toEqual({
    'treaty-lens-treaty': ['UN Convention against Cybercrime', 'The treaty'],
    'treaty-lens-article': ['Article 14', 'Article 14'],
    'treaty-lens-actor': [
      'Russia',
      'Human Rights Watch',
      'General Assembly',
      'Russia',
      'Human Rights Watch',
      'Human Rights Watch',
    ],
  });
});

test('a choice in the popup acts at once, in every tab', async ({ reader }) => {
  const page = await openAnnotated(reader, SECTIONS);
  const other = await openAnnotated(reader, ELSEWHERE);
  const popup = await openReadyPopup(reader, page);
  await popup.open('Reading');

  await popup.choose('Underline', 'each mention');
  await expect.poll(() => page.mentions(), POLL).toEqual(EACH);
  await expect.poll(() => other.mentions(), POLL).toEqual(EACH);

  await popup.choose('Underline', 'the first on the page');
  await expect
    .poll(() => page.mentions(), POLL)
    .toEqual(['UN Convention against Cybercrime', 'Article 14', 'Russia', 'Human Rights Watch', 'General Assembly']);

  for (const [words, ending] of [
    ['faint dots', '-dots'],
    ['tint', '-tint'],
    ['lines', ''],
  ]) {
    await popup.choose('Style', words ?? '');
    await expect
      .poll(async () => Object.keys(await page.highlights()).sort(), POLL)
      .toEqual([`treaty-lens-actor${ending}`, `treaty-lens-article${ending}`, `treaty-lens-treaty${ending}`]);
  }
});

test('the badge and the popup count every mention, underlined or not', async ({ reader }) => {
  const page = await openAnnotated(reader, SECTIONS);
  await expect.poll(() => reader.badge(page), POLL).toBe(String(EACH.length));
  const popup = await openReadyPopup(reader, page);
  expect(await popup.text()).toContain(`${EACH.length} mentions`);
  // The second one, which is not underlined.
  await popup.goTo('Russia');
  await expectCard(page, 'Russia');
  await popup.tab.bringToFront();
  await popup.goTo('Russia');
  await expect
    .poll(
      () =>
        page.evaluate(() => {
          const [open] = CSS.highlights.get('treaty-lens-open') as unknown as Iterable<Range>;
          return open?.startOffset;
        }),
      POLL,
    )
    .toBe('Russia had proposed the treaty, and '.length);
});

test('the keyboard goes on from a mention that is not underlined', async ({ reader }) => {
  const page = await openAnnotated(reader, SECTIONS);
  const popup = await openReadyPopup(reader, page);
  // The second mention of Russia, in the first section, of which only the first is underlined.
  await popup.goTo('Russia');
  await expectCard(page, 'Russia');
  await popup.tab.bringToFront();
  await popup.goTo('Russia');
  await page.tab.bringToFront();
  await reader.command(page, 'next-mention');
  await expectCard(page, 'Human Rights Watch');
  const [line] = await page.linesOf({ text: 'Human Rights Watch', nth: 0 });
  const open = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('treaty-lens-open') as unknown as Iterable<Range>;
      return range?.getBoundingClientRect().y;
    });
  await expect.poll(open, POLL).toBe(line?.y);
});

test('with cards on a click only, a pointer that rests opens none', async ({ reader }) => {
  const page = await openAnnotated(reader, SECTIONS);
  const popup = await openReadyPopup(reader, page);
  await popup.open('Reading');
  await popup.choose('Open cards', 'by a click only');
  await expect.poll(() => popup.chosen('Open cards'), POLL).toBe('by a click only');
  await page.tab.bringToFront();
  await page.hover('Russia');
  await page.outlast(PAST_INTENT);
  expect(await page.card.name()).toBeUndefined();
  await page.click('Russia');
  await expectCard(page, 'Russia');
});

test('a muted entity is underlined on no page, until that is undone in its card', async ({ reader }) => {
  const page = await openAnnotated(reader, SECTIONS);
  const other = await openAnnotated(reader, ELSEWHERE);
  await page.tab.bringToFront();
  await page.click('Human Rights Watch');
  await expectCard(page, 'Human Rights Watch');
  await page.card.press('[aria-label^=Mute]');
  await expect.poll(() => other.mentions(), POLL).not.toContain('Human Rights Watch');
  expect(await page.highlights()).toEqual({
    'treaty-lens-treaty': ['UN Convention against Cybercrime', 'The treaty'],
    'treaty-lens-article': ['Article 14', 'Article 14'],
    'treaty-lens-actor': ['Russia', 'General Assembly', 'Russia'],
    // Its card stays, so that it can be undone.
    'treaty-lens-open': ['Human Rights Watch'],
  });
  await expectCard(page, 'Human Rights Watch');
  await expect.poll(() => reader.badge(page), POLL).toBe('11');

  await page.card.press('[aria-label^=Mute]');
  await expect.poll(() => other.mentions(), POLL).toContain('Human Rights Watch');
  await expect.poll(() => reader.badge(page), POLL).toBe('14');
});

test('whom the reader has muted stands in the popup, with a way back, and stays muted on other pages', async ({
  reader,
}) => {
  const page = await openAnnotated(reader, SECTIONS);
  await page.click('Russia');
  await expectCard(page, 'Russia');
  await page.card.press('[aria-label^=Mute]');
  await expect.poll(() => page.mentions(), POLL).not.toContain('Russia');
  const later = await openAnnotated(reader, ELSEWHERE);
  expect(await later.mentions()).not.toContain('Russia');

  const popup = await openReadyPopup(reader, page);
  expect((await popup.mentions()).map(([name]) => name)).not.toContain('Russia');
  await popup.open('1 muted name');
  await popup.undoMute('Russia');
  await expect.poll(() => later.mentions(), POLL).toContain('Russia');
  await expect.poll(() => popup.text(), POLL).not.toContain('muted name');
});

test('what has happened since the article was written stands in the popup too', async ({ reader }) => {
  const popup = await openReadyPopup(reader, await openAnnotated(reader, SECTIONS));
  const text = await popup.text();
  expect(text).toContain('Since this was written, Aug 9, 2024');
  expect(text).toContain('Dec 24, 2024');
  expect(text).toContain('Oct 25, 2025');
});

test('it is silent about that where the article bears no date', async ({ reader }) => {
  const page = await reader.openPage('http://example.org/article.html');
  await untilAnnotated(page);
  const popup = await openReadyPopup(reader, page);
  expect(await popup.text()).not.toContain('Since this was written');
});
