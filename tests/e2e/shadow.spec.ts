/** Articles within open shadow roots, declared in the page's source and made by scripts. */

import type { Point } from './browsers/reader.ts';
import type { ReaderPage } from './browsers/reader-page.ts';
import { expect, expectCard, POLL, test } from './fixtures.ts';

const SHADOW = 'http://example.org/shadow.html';
const MENTIONS = [
  'Human Rights Watch',
  'Russia',
  'South Africa',
  'The treaty',
  'UN cybercrime treaty',
  'United Nations Convention against Cybercrime',
  'the treaty',
];

/** The time between two readings (`lib/annotation/watch-page.ts`), several times over, in milliseconds. */
const PAST_READING = 1500;

/** Underlined texts, sorted by their letters: trees apart have no order. */
function mentionsOf(page: ReaderPage): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>)
      .filter(([name]) => name.startsWith('treaty-lens') && name !== 'treaty-lens-open')
      .flatMap(([, ranges]) => Array.from(ranges, String))
      .sort(),
  );
}

/** The middle of an underlined text. */
function pointOn(page: ReaderPage, text: string): Promise<Point> {
  return page.evaluate((wanted) => {
    for (const [name, ranges] of CSS.highlights as unknown as Iterable<[string, Iterable<Range>]>) {
      if (!name.startsWith('treaty-lens')) continue;
      for (const range of ranges) {
        const { x, y, width, height } = range.getBoundingClientRect();
        if (String(range) === wanted) return { x: x + width / 2, y: y + height / 2 };
      }
    }
    throw new Error(`"${wanted}" is not underlined`);
  }, text);
}

test('the text within them is annotated, in the order in which it is read', async ({ reader }) => {
  const page = await reader.openPage(SHADOW);
  await expect.poll(() => mentionsOf(page), POLL).toEqual(MENTIONS);
});

test('their cards open by pointer, by click and by keyboard', async ({ reader }) => {
  const page = await reader.openPage(SHADOW);
  await expect.poll(() => mentionsOf(page), POLL).toEqual(MENTIONS);
  await page.tab.moveTo(await pointOn(page, 'Russia'));
  await expectCard(page, 'Russia');
  await page.moveAway();
  await expectCard(page, undefined);
  await page.tab.moveTo(await pointOn(page, 'South Africa'));
  await page.tab.pressButton();
  await page.tab.releaseButton();
  await expectCard(page, 'South Africa');
  await page.tab.pressKey('Escape');
  await expectCard(page, undefined);
  for (const name of [
    'United Nations Convention against Cybercrime',
    'Human Rights Watch',
    'United Nations Convention against Cybercrime',
    'Russia',
  ]) {
    await reader.command(page, 'next-mention');
    await expectCard(page, name);
  }
});

test('what changes within them is read anew', async ({ reader }) => {
  const page = await reader.openPage(SHADOW);
  await expect.poll(() => mentionsOf(page), POLL).toEqual(MENTIONS);
  await page.evaluate(() => {
    const root = document.querySelector('news-box')?.shadowRoot;
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Iran abstained on the treaty.';
    root?.append(paragraph);
  });
  await expect.poll(() => mentionsOf(page), POLL).toContain('Iran');
  await page.evaluate(() => document.querySelector('news-box')?.remove());
  await expect.poll(() => mentionsOf(page), POLL).not.toContain('South Africa');
});

test('what is put into another slot, or into none, is read where it is seen', async ({ reader }) => {
  const page = await reader.openPage(SHADOW);
  const RIGHTS = 'Human Rights Watch';
  const changes: (() => void)[] = [
    () => document.querySelector('news-article p')?.setAttribute('slot', 'none'),
    () => document.querySelector('news-article p')?.removeAttribute('slot'),
    () => document.querySelector('news-article')?.shadowRoot?.querySelector('slot')?.setAttribute('name', 'none'),
    () => document.querySelector('news-article')?.shadowRoot?.querySelector('slot')?.removeAttribute('name'),
  ];
  await expect.poll(() => mentionsOf(page), POLL).toEqual(MENTIONS);
  for (const [index, change] of changes.entries()) {
    await page.evaluate(change);
    const seen = MENTIONS.filter((mention) => index % 2 === 1 || mention !== RIGHTS);
    await expect.poll(() => mentionsOf(page), POLL).toEqual(seen);
  }
});

test('what a script assigns to a slot by hand is read there', async ({ reader }) => {
  const page = await reader.openPage(SHADOW);
  await expect.poll(() => mentionsOf(page), POLL).toEqual(MENTIONS);
  await page.evaluate(() => {
    const host = document.createElement('div');
    host.innerHTML = '<p>Iran abstained on the treaty.</p>';
    const root = host.attachShadow({ mode: 'open', slotAssignment: 'manual' });
    root.innerHTML = '<p>Qatar signed the treaty.</p><slot></slot>';
    document.querySelector('news-article')?.after(host);
  });
  await expect.poll(() => mentionsOf(page), POLL).toContain('Qatar');
  expect(await mentionsOf(page)).not.toContain('Iran');
  await page.evaluate(() => {
    const host = document.querySelector('news-article + div');
    host?.shadowRoot?.querySelector('slot')?.assign(host.firstElementChild as Element);
  });
  await expect.poll(() => mentionsOf(page), POLL).toContain('Iran');
});

test('a child of a host whose root is closed is read while it has a slot', async ({ reader }) => {
  const page = await reader.openPage(SHADOW);
  await expect.poll(() => mentionsOf(page), POLL).toEqual(MENTIONS);
  await page.evaluate(() => {
    const host = document.createElement('div');
    host.innerHTML = '<p>Iran abstained on the treaty.</p>';
    host.attachShadow({ mode: 'closed' }).innerHTML = '<slot name="seen"></slot>';
    document.querySelector('news-article')?.after(host);
    // What is read behind it tells that it has been read.
    host.insertAdjacentHTML('afterend', '<p>Qatar signed the treaty.</p>');
  });
  await expect.poll(() => mentionsOf(page), POLL).toContain('Qatar');
  expect(await mentionsOf(page)).not.toContain('Iran');
  await page.evaluate(() => document.querySelector('news-article + div p')?.setAttribute('slot', 'seen'));
  await expect.poll(() => mentionsOf(page), POLL).toContain('Iran');
});

/** Puts an element behind the article, and waits until it has been read. */
async function addBox(page: ReaderPage, style: string): Promise<void> {
  await expect.poll(() => mentionsOf(page), POLL).toEqual(MENTIONS);
  await page.evaluate((css) => {
    const box = document.createElement('section');
    box.style.cssText = css;
    box.innerHTML = '<p>Qatar signed the treaty.</p>';
    document.querySelector('news-article')?.after(box);
  }, style);
  await expect.poll(() => mentionsOf(page), POLL).toContain('Qatar');
  await page.outlast(PAST_READING);
}

test('a root that is attached to an element that stands already is read when it fills', async ({ reader }) => {
  const page = await reader.openPage(SHADOW);
  await addBox(page, '');
  await page.evaluate(() => {
    const root = document.querySelector('section')?.attachShadow({ mode: 'open' });
    setTimeout(() => {
      if (root) root.innerHTML = '<p>Iran abstained on the treaty.</p><p>So it was told.</p>';
    }, 50);
  });
  await expect.poll(() => mentionsOf(page), POLL).toContain('Iran');
  expect(await mentionsOf(page)).not.toContain('Qatar');
});

test('a root that leaves the page as large as it was is read after its reader has done something', async ({
  reader,
}) => {
  const page = await reader.openPage(SHADOW);
  await addBox(page, 'height: 80px; overflow: auto');
  await page.evaluate(() => {
    addEventListener('click', () => {
      const root = document.querySelector('section')?.attachShadow({ mode: 'open' });
      if (root) root.innerHTML = '<p>Iran abstained on the treaty.</p>';
    });
  });
  await page.tab.moveTo({ x: 1, y: 1 });
  await page.tab.pressButton();
  await page.tab.releaseButton();
  await expect.poll(() => mentionsOf(page), POLL).toContain('Iran');
});
