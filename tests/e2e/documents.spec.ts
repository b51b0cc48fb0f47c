/** Documents that are not the usual page of HTML: what can be read is read, the rest left alone, and nothing fails. */
import { expect, expectCard, openAnnotated, POLL, test } from './fixtures.ts';

/** The latest time after loading at which the gate reads the page (`lib/article/gate.ts`), several times over. */
const PAST_GATE = 3000;

const HEAD = '<h1>The UN cybercrime treaty</h1>';
const STORY = `${HEAD}<p>The United Nations Convention against Cybercrime was signed by Ghana.</p>`;
const WORDS = 'The United Nations Convention against Cybercrime was signed by Ghana.';
const MENTIONS = ['UN cybercrime treaty', 'United Nations Convention against Cybercrime', 'Ghana'];

const READ: readonly [what: string, file: string, text: string][] = [
  ['a page of XHTML', 'page.xhtml', `<html xmlns="http://www.w3.org/1999/xhtml"><body>${STORY}</body></html>`],
  ['a page in quirks mode', 'quirks.html', `<html><body>${STORY}`],
  ['a page whose language is none', 'none.html', `<!doctype html><html lang="!!! {{lang}}"><body>${STORY}`],
  ['a page whose language is a word', 'word.html', `<!doctype html><html lang="english"><body>${STORY}`],
];
for (const [what, file, text] of READ) {
  test(`${what} is annotated`, async ({ reader, site }) => {
    site.serve(`/documents/${file}`, text);
    const page = await openAnnotated(reader, `http://example.org/documents/${file}`);
    expect(await page.mentions()).toEqual(MENTIONS);
    await page.hover('Ghana');
    await expectCard(page, 'Ghana');
    const { width } = await page.card.rect();
    expect(width).toBeGreaterThan(100);
  });
}

test('the frames of a frameset are annotated', async ({ reader, site }) => {
  site.serve('/documents/framed.html', STORY);
  site.serve(
    '/documents/frameset.html',
    '<frameset cols="50%,50%"><frame name="one" src="framed.html"><frame></frameset>',
  );
  const page = await reader.openPage('http://example.org/documents/frameset.html');
  await expect.poll(() => reader.badge(page), POLL).toBe(String(MENTIONS.length));
});

const LEFT: readonly [what: string, file: string, text: string][] = [
  ['a drawing', 'drawing.svg', `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${WORDS}</text></svg>`],
  ['plain text', 'plain.txt', WORDS],
  [
    'a feed',
    'feed.xml',
    `<rss version="2.0"><channel><title>The UN cybercrime treaty</title><item><description>${WORDS}</description></item></channel></rss>`,
  ],
  ['data', 'data.json', JSON.stringify(Array.from({ length: 20_000 }, () => WORDS))],
];
for (const [what, file, text] of LEFT) {
  test(`${what} is left alone`, async ({ reader, site }) => {
    site.serve(`/documents/${file}`, text);
    const page = await reader.openPage(`http://example.org/documents/${file}`);
    await page.outlast(PAST_GATE);
    expect(await page.highlights()).toEqual({});
    expect(await reader.badge(page)).toBe('');
  });
}
