/** The page stays as it is: what its own scripts, its layout and its reader's clipboard see does not change. */
import type { ReaderPage } from './browsers/reader-page.ts';
import { expect, expectCard, openAnnotated, openReadyPopup, test, untilBare } from './fixtures.ts';

const URL = 'http://example.org/watched.html';

/** A change of the document, as the page's own observer told it. */
interface Change {
  type: string;
  target: string;
  added: string[];
  removed: string[];
}
interface WatchedWindow {
  changes: { whileParsed: Change[]; after: Change[] };
}

function changesOf(page: ReaderPage): Promise<WatchedWindow['changes']> {
  return page.evaluate(() => (globalThis as unknown as WatchedWindow).changes);
}

/** All that a page's reader and scripts can see of it. */
function snapshotOf(page: ReaderPage) {
  return page.evaluate(() => {
    const selection = getSelection();
    selection?.selectAllChildren(document.body);
    const copied = selection?.toString();
    selection?.removeAllRanges();
    return {
      html: document.documentElement.outerHTML,
      // biome-ignore lint/performance/useDomNodeTextContent: the page's scripts may read this one as well
      innerText: document.body.innerText,
      copied,
      boxes: Array.from(document.querySelectorAll('*'), (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, x, y, width, height];
      }),
      scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    };
  });
}

test('underlining changes nothing that the page can observe', async ({ reader }) => {
  const page = await openAnnotated(reader, URL);
  const { whileParsed, after } = await changesOf(page);
  expect(after).toEqual([]);
  // The parser only ever adds nodes and text; anything else would be ours.
  expect(whileParsed.filter(({ type, removed }) => type === 'attributes' || removed.length > 0)).toEqual([]);
  expect(whileParsed.length).toBeGreaterThan(0);
});

test('text, layout and copied text are the same with annotations on and off', async ({ reader }) => {
  const page = await openAnnotated(reader, URL);
  const annotated = await snapshotOf(page);
  expect(annotated.copied).toContain('The treaty opened for signature');
  await page.tab.close();

  await reader.setSettings({ paused: false, sites: { 'example.org': 'off' } });
  const bare = await reader.openPage(URL);
  await expect.poll(() => reader.badge(bare)).toBe('–');
  expect(await bare.highlights()).toEqual({});
  expect(await snapshotOf(bare)).toEqual(annotated);
});

test('a card adds one element with a closed root, and switching the site off takes it away', async ({ reader }) => {
  const page = await openAnnotated(reader, URL);
  await page.hover('Human Rights Watch');
  await expectCard(page, 'Human Rights Watch');
  const added = (await changesOf(page)).after.filter(({ type }) => type === 'childList');
  expect(added).toMatchObject([{ target: 'HTML', added: ['TREATY-LENS'], removed: [] }]);
  expect(
    await page.evaluate(() =>
      Array.from(document.querySelectorAll('treaty-lens'), ({ parentNode, shadowRoot }) => [
        parentNode === document.documentElement,
        shadowRoot,
      ]),
    ),
  ).toEqual([[true, null]]);
  const others = (await changesOf(page)).after.filter(
    ({ target, type }) => type !== 'childList' && target !== 'TREATY-LENS',
  );
  expect(others).toEqual([]);

  const popup = await openReadyPopup(reader, page);
  await popup.flip('Annotate example.org');
  await untilBare(page);
  expect(await page.evaluate(() => document.querySelectorAll('treaty-lens').length)).toBe(0);
});
