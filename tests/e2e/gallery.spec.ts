/** The gallery's states one by one: nothing is clipped or lies over another, and axe finds nothing. */
import { bundleGallery } from '../gallery/bundle.ts';
import { axeOfPart, bringAxe } from './browsers/axe.ts';
import { layoutFaults } from './browsers/layout.ts';
import type { Reader } from './browsers/reader.ts';
import type { ReaderPage } from './browsers/reader-page.ts';
import { test as base, expect, POLL } from './fixtures.ts';

const ADDRESS = 'http://gallery.example/gallery.html';
const NARROW = { width: 320, height: 700 };
/** axe-core on each of some fifty states, in milliseconds. */
const LONG = 120_000;

const test = base.extend<object, { gallery: undefined }>({
  gallery: [
    async ({ site }, use) => {
      site.serve('/gallery.html', bundleGallery());
      await use(undefined);
    },
    { scope: 'worker', auto: true, timeout: LONG },
  ],
});

/** Opens the gallery and waits until its states are there. The extension itself is paused: the page names the treaty. */
async function openGallery(reader: Reader, query = ''): Promise<ReaderPage> {
  await reader.setSettings({ paused: true, sites: {} });
  const page = await reader.openPage(ADDRESS + query);
  await expect.poll(() => statesOf(page), POLL).not.toEqual([]);
  return page;
}

function statesOf(page: ReaderPage): Promise<string[]> {
  return page.evaluate(() => Array.from(document.querySelectorAll('.stage'), ({ id }) => id.replace('stage-', '')));
}

test.afterEach(async ({ reader }) => {
  await reader.setColourScheme('light');
});

test.describe('nothing is clipped, and nothing lies over another', () => {
  for (const [name, query] of [
    ['as it is', ''],
    ['from right to left', '?lang=ar&dir=rtl'],
    ['with text twice as large', '?text=200'],
    ['with text twice as large, from right to left', '?lang=ar&dir=rtl&text=200'],
  ] as const) {
    test(name, async ({ reader }) => {
      expect(await (await openGallery(reader, query)).evaluate(layoutFaults)).toEqual([]);
    });

    test(`${name}, in a window 320 pixels wide`, async ({ reader }) => {
      const page = await openGallery(reader, query);
      await page.tab.setViewport(NARROW.width, NARROW.height);
      expect(await page.evaluate(layoutFaults)).toEqual([]);
    });
  }

  test('which would be seen', async ({ reader }) => {
    const page = await openGallery(reader);
    const faultsWith = (css: string) =>
      page.evaluate((styles) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(styles);
        document.adoptedStyleSheets = [sheet];
      }, css);
    for (const [css, fault] of [
      ['.card h2 { white-space: nowrap }', /wide within/],
      ['.card { inline-size: 500px; max-inline-size: none }', /reaches beyond its stage/],
      ['.card-body p { block-size: 10px; overflow: hidden }', /cuts \d+ to 10 of height/],
      ['.switch label { margin-inline-end: -60px }', / has input\.[^\n]* over label/],
      ['body { inline-size: 5000px }', /The page is 5000 wide/],
    ] as const) {
      await faultsWith(css);
      expect((await page.evaluate(layoutFaults)).join('\n')).toMatch(fault);
    }
  });
});

test.describe('axe finds nothing', () => {
  for (const [name, scheme, query] of [
    ['in light', 'light', ''],
    ['in dark', 'dark', ''],
    ['from right to left', 'light', '?lang=ar&dir=rtl'],
  ] as const) {
    test(name, async ({ reader }, { project }) => {
      test.setTimeout(LONG);
      await reader.setColourScheme(scheme);
      const page = await openGallery(reader, query);
      const states = await statesOf(page);
      expect(states.length).toBeGreaterThan(40);
      await bringAxe(page.tab);
      const found: Record<string, string[]> = {};
      for (const state of states) {
        await page.evaluate((id) => {
          location.hash = id;
        }, state);
        await expect.poll(() => statesOf(page), { intervals: [5, 20, 50] }).toEqual([state]);
        const { violations, passes, incomplete } = await axeOfPart(page.tab, '.stage');
        // Of text that the edge of a box which scrolls cuts, axe-core decides nothing.
        const whole = await page.evaluate(() => document.querySelector('.stage[data-folded=false]') !== null);
        const undecided = whole ? incomplete.filter((place) => place.startsWith('color-contrast')) : [];
        const faults = [...violations, ...undecided];
        if (faults.length > 0) found[state] = faults;
        // Nor does it take Arabic letters alone for text; the colours are those of the other directions.
        if (whole && query === '') expect(passes, state).toContain('color-contrast');
      }
      expect(found, project.name).toEqual({});
    });
  }
});
