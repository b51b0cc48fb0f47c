/** The card: how it opens and goes, and that everyone can use it. */
import type { ReaderPage } from './browsers/reader-page.ts';
import { ARTICLE, expect, expectCard, openAnnotated, POLL, test } from './fixtures.ts';

const TREATY = 'United Nations Convention against Cybercrime';
/** The times of `lib/annotation/pointer.ts`, hover intent and leaving, several times over, in milliseconds. */
const PAST_INTENT = 600;

/** Whether no card has ever been opened in the page. */
async function expectNoCardEver(page: ReaderPage): Promise<void> {
  expect(await page.card.name()).toBeUndefined();
  expect(await page.evaluate(() => document.querySelectorAll('treaty-lens').length)).toBe(0);
}

test.describe('pointer', () => {
  test('opens on a pointer that rests, and goes when it leaves', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.hover('Deborah Brown');
    await expectCard(page, 'Deborah Brown');
    expect((await page.highlights())['treaty-lens-open']).toEqual(['Deborah Brown']);
    expect(await page.card.isPinned()).toBe(false);
    await page.moveAway();
    await expectCard(page, undefined);
    expect(Object.keys(await page.highlights())).not.toContain('treaty-lens-open');
  });

  test('stays open while the pointer is on it', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.hover('Deborah Brown');
    await expectCard(page, 'Deborah Brown');
    await page.card.rect();
    await page.card.hover('.card-body');
    await page.outlast(PAST_INTENT);
    expect(await page.card.name()).toBe('Deborah Brown');
  });

  test('a click pins it, and it stays when the pointer leaves', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.click('South Africa');
    await expectCard(page, 'South Africa');
    await expect.poll(() => page.card.isPinned(), POLL).toBe(true);
    await page.moveAway();
    await page.outlast(PAST_INTENT);
    expect(await page.card.name()).toBe('South Africa');
    await page.card.click('[data-first-focus]');
    await expect.poll(() => page.card.isPinned(), POLL).toBe(false);
  });

  test('Escape, its button and a click elsewhere close it', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.click('Microsoft');
    await expectCard(page, 'Microsoft');
    await page.tab.pressKey('Escape');
    await expectCard(page, undefined);

    await page.click('South Africa');
    await expectCard(page, 'South Africa');
    await page.card.rect();
    await page.card.click('[aria-label=Close]');
    await expectCard(page, undefined);

    await page.click('Microsoft');
    await expectCard(page, 'Microsoft');
    await page.click('The first words');
    await expectCard(page, undefined);
  });

  test('a link that is a mention still leads where it leads', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.hover('Human Rights Watch');
    await expectCard(page, 'Human Rights Watch');
    await page.click('Human Rights Watch');
    // A page that is on its way elsewhere cannot be asked.
    const where = () => page.evaluate(() => location.pathname).catch(() => undefined);
    await expect.poll(where, POLL).toBe('/linked.html');
  });

  test('a related entity opens in its place, with a way back', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.click('Microsoft');
    await expectCard(page, 'Microsoft');
    await page.card.press('.card-related button');
    await expect.poll(() => page.card.name(), POLL).not.toBe('Microsoft');
    expect(await page.card.name()).toBeDefined();
    expect(await page.card.isPinned()).toBe(true);
    await page.card.press('[aria-label^=Back]');
    await expectCard(page, 'Microsoft');
  });

  test('a click on a button of the card leaves the focus where it was', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.evaluate(() => document.getElementById('link')?.focus());
    await page.hover('Iran');
    await expectCard(page, 'Iran');
    await page.card.click('[aria-pressed]');
    await expect.poll(() => page.card.isPinned(), POLL).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
  });

  test('selecting words by dragging over a mention opens nothing', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.hover('During the');
    await page.tab.pressButton();
    await page.hover('Iran');
    await page.outlast(PAST_INTENT);
    await page.tab.releaseButton();
    expect(await page.evaluate(() => String(getSelection()))).toContain('session I');
    await expectNoCardEver(page);
  });

  test('events that a script makes up open nothing', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    const point = await page.pointOn('Iran');
    await page.evaluate(({ x, y }) => {
      const target = document.elementFromPoint(x, y);
      const init = { bubbles: true, composed: true, clientX: x, clientY: y, pointerType: 'mouse' };
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup', 'click']) {
        target?.dispatchEvent(new PointerEvent(type, init));
      }
    }, point);
    await page.outlast(PAST_INTENT);
    await expectNoCardEver(page);
    // The same place, by a hand.
    await page.hover('Iran');
    await expectCard(page, 'Iran');
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })),
    );
    await page.outlast(PAST_INTENT);
    expect(await page.card.name()).toBe('Iran');
  });
});

test.describe('keyboard', () => {
  test('every command has keys in a fresh browser', async ({ reader }) => {
    for (const name of ['next-mention', 'previous-mention', 'enter-card'] as const) {
      expect.soft(await reader.shortcut(name), name).not.toBe('');
    }
  });

  test('commands walk from mention to mention, show them, and tell of them', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    const total = (await page.mentions()).length + (await page.figures()).length;
    const announced = (position: number) => new RegExp(`^Mention ${position} of ${total}: .+, .+\\. .+`);

    await reader.command(page, 'next-mention');
    await expect.poll(() => page.card.announcement(), POLL).toMatch(announced(1));
    expect(await page.card.announcement()).toContain(TREATY);
    await expectCard(page, TREATY);
    await reader.command(page, 'next-mention');
    await expect.poll(() => page.card.announcement(), POLL).toMatch(announced(2));
    await reader.command(page, 'previous-mention');
    await expect.poll(() => page.card.announcement(), POLL).toMatch(announced(1));
    expect(await page.evaluate(() => scrollY)).toBe(0);

    // Backwards from the first is the last, far down the page.
    await reader.command(page, 'previous-mention');
    await expect.poll(() => page.card.announcement(), POLL).toMatch(announced(total));
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
    const [line] = await page.linesOf({ text: TREATY, nth: 1 });
    expect(line?.y).toBeGreaterThan(0);
    expect(line?.y).toBeLessThan(600);
    expect((await page.highlights())['treaty-lens-open']).toEqual([TREATY]);
  });

  test('the announcement is a status message, outside of the card', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await reader.command(page, 'next-mention');
    await expectCard(page, TREATY);
    const place = await page.tab.inCard((root) => {
      const status = root.querySelector('[role=status]');
      return { shown: status?.checkVisibility() ?? false, inCard: status?.closest('.card') != null };
    });
    expect(place).toEqual({ shown: true, inCard: false });
  });

  test('the focus goes into the card by command, and back by Escape', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.evaluate(() => document.getElementById('link')?.focus());
    await reader.command(page, 'next-mention');
    await expectCard(page, TREATY);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');

    await reader.command(page, 'enter-card');
    await expect.poll(() => page.card.focused(), POLL).toBe('Keep this card open');
    await page.tab.pressKey('Tab');
    await expect.poll(() => page.card.focused(), POLL).toBe('Close');
    await page.tab.pressKey('Escape');
    await expectCard(page, undefined);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
  });
});

test("a state's flag is drawn even where the page's policy allows nothing", async ({ reader, site }) => {
  site.serve(
    '/strict.html',
    '<!doctype html><title>Strict</title><p>The UN Convention against Cybercrime was signed by Vietnam in Hanoi.</p>',
    "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  );
  const page = await openAnnotated(reader, 'http://example.org/strict.html');
  await page.click('Vietnam');
  await expectCard(page, 'Vietnam');
  const fills = await page.card.fills('.card-flag path');
  expect(fills?.length).toBeGreaterThan(1);
  expect(new Set(fills)).not.toContain('none');
});

test.describe('keyboard within the card', () => {
  /** Presses a button of the card by keyboard. */
  async function pressByKey(page: ReaderPage, selector: string): Promise<void> {
    await page.tab.inCard((root, wanted) => root.querySelector<HTMLElement>(wanted)?.focus(), selector);
    await page.tab.pressKey('Enter');
  }

  test('hops, comes back, and leads back to where the reader was', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.evaluate(() => document.getElementById('link')?.focus());
    // With no card open, the command opens the next one and goes into it.
    await reader.command(page, 'enter-card');
    await expectCard(page, TREATY);
    await expect.poll(() => page.card.focused(), POLL).toBe('Keep this card open');
    await pressByKey(page, '.card-related button');
    await expect.poll(() => page.card.name(), POLL).not.toBe(TREATY);
    const other = await page.card.name();
    // The name of the new card has the focus, so that it is read.
    expect(await page.card.focused()).toBe(other);
    await pressByKey(page, '[aria-label^=Back]');
    await expectCard(page, TREATY);
    await expect.poll(() => page.card.focused(), POLL).toBe(TREATY);
    await page.tab.pressKey('Escape');
    await expectCard(page, undefined);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('link');
  });

  test('a click on any of its buttons leaves the focus in the page', async ({ reader }) => {
    const page = await openAnnotated(reader, ARTICLE);
    await page.evaluate(() => document.getElementById('link')?.focus());
    await page.click('Microsoft');
    await expectCard(page, 'Microsoft');
    await page.card.press('.card-related button');
    await expect.poll(() => page.card.name(), POLL).not.toBe('Microsoft');
    expect(await page.card.focused()).toBeUndefined();
  });
});

test.describe('accessibility', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in ${scheme}`, async ({ reader }, { project }) => {
      await reader.setColourScheme(scheme);
      const page = await openAnnotated(reader, ARTICLE);
      expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(scheme === 'dark');
      for (const [words, name] of [
        [TREATY, TREATY],
        ['Cybersecurity Tech Accord', 'Cybersecurity Tech Accord'],
        ['South Africa', 'South Africa'],
        ['Russia', 'Russia'],
        ['Deborah Brown', 'Deborah Brown'],
      ] as const) {
        await page.click(words);
        await expectCard(page, name);
        await page.card.rect();
        // Of text that the edge of a box which scrolls cuts, axe-core decides nothing: `gallery.spec.ts` shows cards whole.
        const { passes, violations } = await page.card.axe();
        expect(violations, name).toEqual([]);
        // In Firefox axe-core takes no text of the card for text whose contrast it could measure.
        if (project.name === 'chromium') expect(passes, name).toContain('color-contrast');
        await page.tab.pressKey('Escape');
        await expectCard(page, undefined);
      }
    });
  }
});
