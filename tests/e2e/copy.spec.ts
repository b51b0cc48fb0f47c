/** Copying a card with its sources to the reader's clipboard. */
import type { ReaderPage } from './browsers/reader-page.ts';
import { ARTICLE, expect, expectCard, openAnnotated, POLL, test } from './fixtures.ts';

/** A host that browsers hold for secure without encryption, as the clipboard asks for. */
const SECURE = 'http://localhost/article.html';

/** What the clipboard gives to a page into which it is pasted. */
async function pasted(page: ReaderPage): Promise<{ text: string; html: string }> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.addEventListener('paste', ({ clipboardData }) => {
      field.dataset['text'] = clipboardData?.getData('text/plain') ?? '';
      field.dataset['html'] = clipboardData?.getData('text/html') ?? '';
    });
    document.body.prepend(field);
    field.focus();
  });
  await page.tab.paste();
  const read = () => page.evaluate(() => document.querySelector('textarea')?.dataset['html'] ?? null);
  await expect.poll(read, POLL).not.toBeNull();
  return page.evaluate(() => {
    const { text = '', html = '' } = document.querySelector('textarea')?.dataset ?? {};
    return { text, html };
  });
}

test('puts plain text and HTML on the clipboard, with sources and the day of the status', async ({ reader }) => {
  const page = await openAnnotated(reader, SECURE);
  await page.click('South Africa');
  await expectCard(page, 'South Africa');
  const sources = await page.card.sources();
  await page.card.press('[aria-label="Copy with citation"]');
  await expect.poll(() => page.card.text('.card-foot'), POLL).toContain('Copied');
  await page.tab.pressKey('Escape');
  await expectCard(page, undefined);

  const { text, html } = await pasted(page);
  for (const words of ['South Africa', 'Signed', '[1', 'Status as of']) expect(text).toContain(words);
  expect(text).not.toContain('<');
  // Every number that is cited has its source beneath, and the card's first source is among them.
  const cited = Array.from(text.matchAll(/\[([\d, ]+)\]$/gm), ([, numbers = '']) => numbers.split(', ')).flat();
  expect(cited.length).toBeGreaterThan(3);
  for (const number of cited) expect(text).toMatch(new RegExp(`^\\[${number}\\] .+ https?://\\S+$`, 'm'));
  expect(text).toContain(sources[0]);
  expect(html).toContain(`href="${sources[0]?.replaceAll('&', '&amp;')}"`);
  expect(html).toContain('South Africa');
});

test('says so where the browser does not allow it', async ({ reader }) => {
  const page = await openAnnotated(reader, ARTICLE);
  await page.click('South Africa');
  await expectCard(page, 'South Africa');
  await page.card.press('[aria-label="Copy with citation"]');
  await expect.poll(() => page.card.text('.card-foot'), POLL).toContain('The browser does not allow copying here');
});
