/**
 * Apps that were rendered on a server and come to life when they are underlined already: React, Vue and Svelte find the
 * page as they left it, complain of nothing, and go on.
 */
import { buildApps } from '../fixtures/apps/build.ts';
import type { AppWindow } from '../fixtures/apps/client.ts';
import type { ReaderPage } from './browsers/reader-page.ts';
import { expect, expectCard, openAnnotated, POLL, test } from './fixtures.ts';

const HEAD = ['UN cybercrime treaty', 'United Nations Convention against Cybercrime'];
const ROWS = ['Russia', 'the treaty', 'Iran', 'the treaty'];
const MENTIONS = [...HEAD, 'Microsoft', ...ROWS];

async function expectMentions(page: ReaderPage, mentions: readonly string[]): Promise<void> {
  await expect.poll(() => page.mentions(), POLL).toEqual(mentions);
}

/** What the framework has against the page. */
function complaintsOf(page: ReaderPage): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as AppWindow).hydrationErrors);
}

function bringToLife(page: ReaderPage): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as AppWindow).bringToLife());
}

test.beforeAll(async ({ site }) => {
  for (const [name, html] of await buildApps()) site.serve(`/${name}`, html);
});

for (const name of ['react', 'react-page', 'vue', 'svelte']) {
  test(`${name}: an app comes to life beneath its underlines`, async ({ reader }) => {
    const page = await openAnnotated(reader, `http://example.org/${name}`);
    await expectMentions(page, MENTIONS);
    // A card is open meanwhile: our element is in the page.
    await page.hover('Microsoft');
    await expectCard(page, 'Microsoft');
    await page.evaluate(() => void Object.assign(globalThis, { rendered: document.querySelector('#lead') }));
    await bringToLife(page);
    expect(await complaintsOf(page)).toEqual([]);
    // The app has taken over what was there, rather than made it anew.
    expect(await page.evaluate(() => document.querySelector('#lead') === Reflect.get(globalThis, 'rendered'))).toBe(
      true,
    );
    expect(await page.card.name()).toBe('Microsoft');
    await expectMentions(page, MENTIONS);

    await page.tab.pressKey('Escape');
    await expectCard(page, undefined);
    await page.click('Show');
    await expectMentions(page, [...HEAD, 'Human Rights Watch', 'the treaty', ...ROWS]);
    await page.click('Add');
    await expectMentions(page, [...HEAD, 'Human Rights Watch', 'the treaty', ...ROWS, 'Ghana', 'the treaty']);
    await page.hover('Ghana');
    await expectCard(page, 'Ghana');
    expect(await complaintsOf(page)).toEqual([]);
  });

  test(`${name}: words wrapped in elements are complained of`, async ({ reader }) => {
    const page = await openAnnotated(reader, `http://example.org/${name}`);
    await page.evaluate(() => {
      const words = document.createRange();
      const text = document.querySelector('li')?.firstChild as Text;
      words.setStart(text, 0);
      words.setEnd(text, 'Russia'.length);
      words.surroundContents(document.createElement('mark'));
    });
    await bringToLife(page);
    await expect.poll(() => complaintsOf(page), POLL).not.toEqual([]);
  });
}
