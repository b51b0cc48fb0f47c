/** Where the card stands: never over the words it is about, whatever the window and the page's layout. */
import type { Rect } from './browsers/reader.ts';
import type { ReaderPage, Words } from './browsers/reader-page.ts';
import { ARTICLE, expect, expectCard, openAnnotated, POLL, test, untilAnnotated } from './fixtures.ts';

const TREATY = 'United Nations Convention against Cybercrime';
const LAYOUTS = 'http://example.org/layouts.html';
const UNODC = 'United Nations Office on Drugs and Crime';
/** Time in which what moves the card has had several frames for it, in milliseconds. */
const SOME_FRAMES = 200;

function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

/** Distance between the card and a line, up or down; negative when one covers the other. */
function gapBetween(card: Rect, line: Rect): number {
  return Math.round(Math.max(card.y - (line.y + line.height), line.y - (card.y + card.height)));
}

async function lineOf(page: ReaderPage, words: Words, nth = 0): Promise<Rect> {
  const line = (await page.linesOf(words))[nth];
  if (!line) throw new Error('The words are not shown');
  return line;
}

async function hoverLine(page: ReaderPage, words: Words, nth: number): Promise<void> {
  const { x, y, width, height } = await lineOf(page, words, nth);
  await page.tab.moveTo({ x: x + width / 2, y: y + height / 2 });
}

async function expectBeside(page: ReaderPage, line: Rect): Promise<void> {
  const card = await page.card.rect();
  expect(gapBetween(card, line), JSON.stringify({ card, line })).toBe(8);
}

const WORDS: readonly [Words, string][] = [
  [TREATY, TREATY],
  ['UN General Assembly', 'United Nations General Assembly'],
  ['South Africa', 'South Africa'],
  ['Human Rights Watch', 'Human Rights Watch'],
  ['Cybersecurity Tech Accord', 'Cybersecurity Tech Accord'],
  ['Nick Ashton-Hart', 'Nick Ashton-Hart'],
];
const WINDOWS = [
  { width: 1000, height: 600 },
  { width: 320, height: 600 },
];
/** Shares of the window's height. */
const HEIGHTS = [
  ['top', 0.02],
  ['middle', 0.5],
  ['bottom', 0.99],
] as const;

test('stands where it should in a page that magnifies its root element', async ({ reader }) => {
  const plain = await openAnnotated(reader, ARTICLE);
  await plain.hover('Iran');
  await expectCard(plain, 'Iran');
  const { width } = await plain.card.rect();
  await plain.tab.close();
  const page = await openAnnotated(reader, ARTICLE);
  for (const zoom of ['1.6', '0.7']) {
    await page.evaluate((factor) => document.documentElement.style.setProperty('zoom', factor), zoom);
    await page.hover('Iran');
    await expectCard(page, 'Iran');
    await expectBeside(page, await lineOf(page, 'Iran'));
    const card = await page.card.rect();
    expect(card.width).toBeCloseTo(width, 0);
    expect(card.y + card.height).toBeLessThanOrEqual(600);
    await page.tab.pressKey('Escape');
    await page.moveAway();
  }
});

for (const { width, height } of WINDOWS) {
  for (const [where, share] of HEIGHTS) {
    test(`never covers its words: ${where} of a window ${width} wide`, async ({ reader }) => {
      const page = await reader.openPage(ARTICLE);
      await page.tab.setViewport(width, height);
      // Room to scroll any line to any height.
      await page.evaluate(() => document.body.style.setProperty('padding-block', '100vh'));
      await expect.poll(async () => (await page.mentions()).length, POLL).toBeGreaterThan(0);
      for (const [words, name] of WORDS) {
        await test.step(name, async () => {
          await page.scrollTo(words, share);
          await page.hover(words);
          await expectCard(page, name);
          const card = await page.card.rect();
          for (const line of await page.linesOf(words))
            expect(overlaps(card, line), JSON.stringify({ card, line })).toBe(false);
          expect(card.x).toBeGreaterThanOrEqual(0);
          expect(card.x + card.width).toBeLessThanOrEqual(width);
          expect(card.y).toBeGreaterThanOrEqual(0);
          expect(card.y + card.height).toBeLessThanOrEqual(height);
          await page.tab.pressKey('Escape');
          await expectCard(page, undefined);
          await page.moveAway();
        });
      }
    });
  }
}

test('follows its words when the page scrolls', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.click('South Africa');
  await expectCard(page, 'South Africa');
  const gap = async () => {
    const card = await page.card.rect();
    const [line] = await page.linesOf('South Africa');
    if (!line) throw new Error('The words are not shown');
    const below = card.y - (line.y + line.height);
    return Math.round(below >= 0 ? below : line.y - (card.y + card.height));
  };
  const before = await gap();
  await page.evaluate(() => scrollBy({ top: 40, behavior: 'instant' }));
  expect(await page.evaluate(() => scrollY)).toBe(40);
  await expect.poll(gap, POLL).toBe(before);
});
test.describe('a sheet', () => {
  for (const [width, height] of [
    [320, 640],
    // A window of 1280 by 1024 at 400 % zoom.
    [320, 256],
    [480, 800],
  ] as const) {
    test(`at an edge of a window ${width} by ${height}, beside its words wherever they are`, async ({ reader }) => {
      const page = await reader.openPage(ARTICLE);
      await page.tab.setViewport(width, height);
      await page.evaluate(() => document.body.style.setProperty('padding-block', '100vh'));
      await untilAnnotated(page);
      const edges = new Set<string | undefined>();
      for (const share of [0.02, 0.3, 0.5, 0.7, 0.98]) {
        await page.scrollTo('South Africa', share);
        await page.click('South Africa');
        await expectCard(page, 'South Africa');
        const card = await page.card.rect();
        const edge = await page.card.sheetEdge();
        edges.add(edge);
        expect(card).toMatchObject({
          x: 0,
          width: await page.evaluate(() => document.documentElement.clientWidth),
          y: edge === 'top' ? 0 : height - card.height,
        });
        expect(card.height).toBeLessThanOrEqual(height * 0.55);
        expect(card.height).toBeGreaterThanOrEqual(96);
        for (const line of await page.linesOf('South Africa')) expect(overlaps(card, line)).toBe(false);
        await page.tab.pressKey('Escape');
        await expectCard(page, undefined);
        await page.moveAway();
      }
      expect(edges).toEqual(new Set(['bottom', 'top']));
    });
  }

  test('changes its edge only when the words scroll under it', async ({ reader }) => {
    const page = await reader.openPage(ARTICLE);
    await page.tab.setViewport(400, 700);
    await page.evaluate(() => document.body.style.setProperty('padding-block', '100vh'));
    await untilAnnotated(page);
    const edgeAt = async (share: number) => {
      await page.scrollTo('South Africa', share);
      await page.outlast(SOME_FRAMES);
      expect(overlaps(await page.card.rect(), await lineOf(page, 'South Africa'))).toBe(false);
      return page.card.sheetEdge();
    };
    await page.scrollTo('South Africa', 0.2);
    await page.click('South Africa');
    await expectCard(page, 'South Africa');
    expect(await edgeAt(0.2)).toBe('bottom');
    expect(await edgeAt(0.9)).toBe('top');
    expect(await edgeAt(0.7)).toBe('top');
    expect(await edgeAt(0.1)).toBe('bottom');
    // Out of the window, and back.
    expect(await edgeAt(-0.5)).toBe('bottom');
    expect(await edgeAt(0.1)).toBe('bottom');
  });

  test('is one as soon as the window is narrow, and none when it is wide again', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.click('South Africa');
    await expectCard(page, 'South Africa');
    expect(await page.card.sheetEdge()).toBeUndefined();
    await page.tab.setViewport(400, 600);
    await expect.poll(() => page.card.sheetEdge(), POLL).toBeDefined();
    expect((await page.card.rect()).width).toBe(await page.evaluate(() => document.documentElement.clientWidth));
    await page.tab.setViewport(1000, 600);
    await expect.poll(() => page.card.sheetEdge(), POLL).toBeUndefined();
    expect((await page.card.rect()).width).toBe(368);
    await expectBeside(page, await lineOf(page, 'South Africa'));
  });

  test('all of it can be scrolled to in a low window', async ({ reader }) => {
    const page = await reader.openPage(ARTICLE);
    await page.tab.setViewport(320, 256);
    await untilAnnotated(page);
    await page.click('South Africa');
    await expectCard(page, 'South Africa');
    await page.card.rect();
    const seen = await page.tab.inCard((root) => {
      const card = root.querySelector('.card') as HTMLElement;
      const foot = root.querySelector('.card-foot') as HTMLElement;
      const close = root.querySelector('[aria-label=Close]') as HTMLElement;
      card.scrollTop = card.scrollHeight;
      const within = (element: HTMLElement) =>
        element.getBoundingClientRect().bottom <= card.getBoundingClientRect().bottom + 1 &&
        element.getBoundingClientRect().top >= card.getBoundingClientRect().top - 1;
      return [within(foot), within(close)];
    });
    expect(seen).toEqual([true, true]);
  });
});

test.describe('words in many layouts', () => {
  test('over several lines: none is covered, whichever is pointed at', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    const words = 'Electronic Frontier Foundation';
    await page.scrollTo(words);
    const lines = await page.linesOf(words);
    expect(lines.length).toBeGreaterThan(1);
    for (const nth of lines.keys()) {
      await hoverLine(page, words, nth);
      await expectCard(page, words);
      const card = await page.card.rect();
      for (const line of lines) expect(gapBetween(card, line)).toBeGreaterThanOrEqual(8);
      expect(Math.round(card.x)).toBe(Math.round(lines[nth]?.x ?? Number.NaN));
      await page.tab.pressKey('Escape');
      await expectCard(page, undefined);
      await page.moveAway();
    }
  });

  test('over a break between columns: beside the line pointed at', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    // Where the words break depends on the type that is there.
    await page.evaluate(() => {
      const columns = document.getElementById('columns') as HTMLElement;
      const words = document.getElementById('split') as HTMLElement;
      const isBroken = () => {
        const lines = Array.from(words.getClientRects(), ({ y }) => y);
        return (lines.at(-1) ?? 0) < (lines[0] ?? 0);
      };
      for (let height = 150; !isBroken() && height < 400; height += 10) columns.style.height = `${height}px`;
    });
    await page.scrollTo(UNODC);
    const lines = await page.linesOf(UNODC);
    const last = lines.length - 1;
    expect(lines[last]?.y).toBeLessThan(lines[0]?.y ?? 0);
    for (const nth of [0, last]) {
      await hoverLine(page, UNODC, nth);
      await expectCard(page, UNODC);
      await expectBeside(page, await lineOf(page, UNODC, nth));
      await page.tab.pressKey('Escape');
      await expectCard(page, undefined);
      await page.moveAway();
    }
  });

  test('in a box that scrolls: follows them, and is away while they are', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    await page.scrollTo('Iran', 0.3);
    await page.click('Iran');
    await expectCard(page, 'Iran');
    const scrollBox = (top: number) =>
      page.evaluate((to) => document.getElementById('box')?.scrollTo({ top: to }), top);
    await scrollBox(8);
    await expect.poll(async () => gapBetween(await page.card.rect(), await lineOf(page, 'Iran')), POLL).toBe(8);
    await scrollBox(150);
    await expectCard(page, undefined);
    await scrollBox(0);
    await expectCard(page, 'Iran');
    await expectBeside(page, await lineOf(page, 'Iran'));
    expect(await page.card.isPinned()).toBe(true);
  });

  test('in a header that stays: stays with it', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    await page.click('Norway');
    await expectCard(page, 'Norway');
    const before = await page.card.rect();
    await expectBeside(page, await lineOf(page, 'Norway'));
    await page.evaluate(() => scrollBy({ top: 300, behavior: 'instant' }));
    await page.outlast(SOME_FRAMES);
    expect(await page.card.rect()).toEqual(before);
  });

  test('in a heading that sticks: stays with it as long as it sticks', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    await page.scrollTo('South Africa', 0.5);
    await page.click('South Africa');
    await expectCard(page, 'South Africa');
    for (const by of [100, 100, 100]) {
      await page.evaluate((top) => scrollBy({ top, behavior: 'instant' }), by);
      await page.outlast(SOME_FRAMES);
      await expectBeside(page, await lineOf(page, 'South Africa'));
    }
  });

  test('in transformed elements', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    await page.scrollTo('Microsoft');
    await page.click('Microsoft');
    await expectCard(page, 'Microsoft');
    await expectBeside(page, await lineOf(page, 'Microsoft'));
    await page.tab.pressKey('Escape');
    await expectCard(page, undefined);
    await page.evaluate(() => {
      document.documentElement.style.transform = 'translateX(7px)';
    });
    await page.scrollTo('Iran', 0.3);
    await page.click('Iran');
    await expectCard(page, 'Iran');
    await expectBeside(page, await lineOf(page, 'Iran'));
  });

  test('in text from right to left: begins at their right', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    await page.scrollTo('Microsoft');
    await page.click('Microsoft');
    await expectCard(page, 'Microsoft');
    const card = await page.card.rect();
    const line = await lineOf(page, 'Microsoft');
    expect(Math.round(card.x + card.width)).toBe(Math.round(line.x + line.width));
  });

  test('in a modal dialog: above it, and alive', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    // Its element is in the page already when the dialog opens.
    await page.click('Norway');
    await expectCard(page, 'Norway');
    await page.evaluate(() => document.querySelector('dialog')?.showModal());
    await expect.poll(() => page.mentions(), POLL).toContain('Russia');
    await page.click('Russia');
    await expectCard(page, 'Russia');
    await expectBeside(page, await lineOf(page, 'Russia'));
    await expect.poll(() => page.card.isPinned(), POLL).toBe(true);
    await page.card.click('[data-first-focus]');
    await expect.poll(() => page.card.isPinned(), POLL).toBe(false);
    await page.card.click('[aria-label=Close]');
    await expectCard(page, undefined);
    expect(await page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);

    await page.evaluate(() => document.querySelector('dialog')?.close());
    await page.click('Norway');
    await expectCard(page, 'Norway');
    expect(await page.evaluate(() => document.querySelector('treaty-lens')?.parentElement?.localName)).toBe('html');
  });

  for (const [what, open] of [
    [
      'a modal dialog',
      () => {
        const layer = document.createElement('dialog');
        layer.innerHTML = '<p id="layer">Fiji signed the treaty.</p>';
        document.querySelector('article')?.append(layer);
        layer.showModal();
      },
    ],
    [
      'a popover',
      () => {
        const layer = document.createElement('div');
        layer.popover = 'auto';
        layer.innerHTML = '<p id="layer">Fiji signed the treaty.</p>';
        document.querySelector('article')?.append(layer);
        layer.showPopover();
      },
    ],
  ] as const) {
    test(`in ${what}, which a click in the card and Escape leave open`, async ({ reader }) => {
      const page = await openAnnotated(reader, LAYOUTS);
      await page.evaluate(open as () => void);
      const isOpen = () => page.evaluate(() => document.getElementById('layer')?.checkVisibility());
      await expect.poll(() => page.mentions(), POLL).toContain('Fiji');
      await page.click('Fiji');
      await expectCard(page, 'Fiji');
      await page.card.rect();
      await page.card.click('.card-title');
      expect(await isOpen()).toBe(true);
      await page.tab.pressKey('Escape');
      await expectCard(page, undefined);
      expect(await isOpen()).toBe(true);
      await page.tab.pressKey('Escape');
      await expect.poll(isOpen, POLL).toBe(false);
    });
  }

  test('in an element that fills the screen: above it', async ({ reader }) => {
    const page = await openAnnotated(reader, LAYOUTS);
    await page.click('Norway');
    await expectCard(page, 'Norway');
    await page.evaluate(() => {
      const article = document.querySelector('article');
      if (article) article.style.cssText = 'background: white; overflow: auto';
      document.addEventListener('click', () => void article?.requestFullscreen(), { once: true });
    });
    await page.click('The first words');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName), POLL).toBe('article');
    await page.click('UN General Assembly');
    await expectCard(page, 'United Nations General Assembly');
    await page.card.rect();
    await page.card.click('[data-first-focus]');
    await expect.poll(() => page.card.isPinned(), POLL).toBe(false);
  });
});
