/**
 * The languages of the interface. In Firefox the whole browser speaks the language; in Chromium the interface alone, so
 * that a card's facts are English within it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LOCALES } from '../unit/support/locales.ts';
import { textsOf } from '../unit/support/texts.tsx';
import type { PopupPage } from './browsers/popup-page.ts';
import type { Reader } from './browsers/reader.ts';
import { ARTICLE, expect, launchReader, openAnnotated, openReadyPopup, POLL, test } from './fixtures.ts';
import { type BrowserName, BUILDS } from './paths.ts';

/** Mentions in the article. */
const MENTIONS = 18;

test('the build has every text of the manifest in every language', ({ reader: _ }, { project }) => {
  const build = BUILDS[project.name as BrowserName];
  const manifest = readFileSync(path.join(build, 'manifest.json'), 'utf8');
  const wanted = new Set(Array.from(manifest.matchAll(/__MSG_(\w+)__/g), ([, key = '']) => key));
  expect(wanted.size).toBeGreaterThan(3);
  expect(readdirSync(path.join(build, '_locales')).sort()).toEqual(Object.keys(LOCALES).sort());
  for (const locale of Object.keys(LOCALES)) {
    const file = path.join(build, '_locales', locale, 'messages.json');
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
    for (const key of wanted) expect(messages[key]?.message, `${key} in ${locale}`).toBe(LOCALES[locale]?.[key]);
  }
});

/** Lines of text that stick out of the card or the popup, or of the part of it that they stand in. */
function overflowIn(root: ShadowRoot | Document): string[] {
  const texts = document.createTreeWalker(root.querySelector('main.popup, .card') as Element, NodeFilter.SHOW_TEXT);
  const out: string[] = [];
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    if (!parentElement || parentElement.closest('.for-screen-readers')) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const room = (parentElement.closest('section, header, footer, button') ?? parentElement).getBoundingClientRect();
    for (const { left, right } of range.getClientRects()) {
      if (left < room.left - 1 || right > room.right + 1) out.push(textContent ?? '');
    }
  }
  return out;
}

async function inPopup<Result>(popup: PopupPage, call: () => Result): Promise<Result> {
  return (await popup.tab.run(`(${call})()`)) as Result;
}

for (const locale of Object.keys(LOCALES).filter((other) => other !== 'en')) {
  const { t, lang } = textsOf(locale);
  const dir = lang === 'ar' ? 'rtl' : 'ltr';

  test.describe(`in ${lang}`, () => {
    let reader: Reader;
    test.beforeAll(async ({ site }, { project }) => {
      reader = await launchReader(project.name, site.port, lang);
    });
    test.beforeEach(async () => {
      await reader.reset();
      await reader.setSettings({ paused: false, sites: {}, reading: { density: 'each' } });
    });
    test.afterAll(() => reader.close());

    test('the popup speaks it, and every word has room', async () => {
      const popup = await openReadyPopup(reader, await openAnnotated(reader, ARTICLE));
      expect(await inPopup(popup, () => [document.documentElement.lang, document.documentElement.dir])).toEqual([
        lang,
        dir,
      ]);
      const text = await popup.text();
      expect(text).toContain(t('popupStatus'));
      expect(text).toContain(t('popupMentions', MENTIONS));
      expect(Object.keys(await popup.switches())).toContain(t('popupSite', ['example.org']));
      expect(await popup.tab.run(`(${overflowIn})(document)`)).toEqual([]);
      expect(await reader.errors()).toEqual([]);
    });

    test('the card speaks it, and every word has room', async ({ reader: _ }, { project }) => {
      const page = await openAnnotated(reader, ARTICLE);
      await page.click('Russia');
      await expect.poll(() => page.card.name(), POLL).toBeDefined();
      const card = await page.tab.inCard((root) => {
        const element = root.querySelector<HTMLElement>('.card');
        const name = root.querySelector<HTMLElement>('.card h2');
        return {
          language: [element?.lang, element?.dir],
          kind: root.querySelector('.card-kind')?.textContent,
          labels: Array.from(root.querySelectorAll('.card-head button'), (button) => button.getAttribute('aria-label')),
          nameIn: name && [name.lang, name.dir],
        };
      });
      const inFirefox = project.name === 'firefox';
      expect(card).toEqual({
        language: [lang, dir],
        kind: t('kind_state'),
        labels: [t('cardPin'), t('cardClose')],
        nameIn: inFirefox ? [lang.slice(0, 2), dir] : ['en', 'ltr'],
      });
      expect(await page.tab.inCard(overflowIn)).toEqual([]);
      // The treaty's card has the long words of its status.
      await page.tab.pressKey('Escape');
      await page.click('The treaty');
      await expect.poll(() => page.card.name(), POLL).toBeDefined();
      expect(await page.tab.inCard(overflowIn)).toEqual([]);
      expect(await reader.errors()).toEqual([]);
    });

    if (dir === 'ltr') return;

    test('the way back points to the right', async () => {
      const page = await openAnnotated(reader, ARTICLE);
      await page.click('Deborah Brown');
      await expect.poll(() => page.card.name(), POLL).toBeDefined();
      await page.card.press('.card-related button');
      const mirrored = () =>
        page.tab.inCard((root) => {
          const icon = root.querySelector('.icon-directed');
          return icon && getComputedStyle(icon).transform;
        });
      await expect.poll(mirrored, POLL).toBe('matrix(-1, 0, 0, 1, 0, 0)');
    });

    test('a sign stands before its number, a sentence of another language keeps its full stop behind', async () => {
      const page = await openAnnotated(reader, ARTICLE);
      await page.click('The treaty');
      await expect.poll(() => page.card.name(), POLL).toBeDefined();
      const places = await page.tab.inCard((root) => {
        const at = (node: Node, index: number) => {
          const range = document.createRange();
          range.setStart(node, index);
          range.setEnd(node, index + 1);
          return range.getBoundingClientRect().x;
        };
        const since = document.createTreeWalker(
          root.querySelector('.status-figures small') as Node,
          NodeFilter.SHOW_TEXT,
        );
        let sign = Number.NaN;
        let digit = Number.NaN;
        while (since.nextNode()) {
          const { data } = since.currentNode as Text;
          const index = data.indexOf('+');
          if (index === -1) continue;
          sign = at(since.currentNode, index);
          digit = at(since.currentNode, index + 1);
        }
        const text = (root.querySelector('.card-body > p') as HTMLElement).firstChild as Text;
        const latin = /[a-z]\.$/.test(text.data);
        const stop = at(text, text.data.length - 1);
        const last = at(text, text.data.length - 2);
        return { sign, digit, stopBehind: latin ? stop > last : stop < last };
      });
      expect(places?.sign).toBeLessThan(places?.digit ?? Number.NaN);
      expect(places?.stopBehind).toBe(true);
    });

    test('axe finds nothing in the card and the popup', async () => {
      const page = await openAnnotated(reader, ARTICLE);
      await page.click('The treaty');
      await expect.poll(() => page.card.name(), POLL).toBeDefined();
      expect.soft((await page.card.axe()).violations).toEqual([]);
      const popup = await openReadyPopup(reader, page);
      expect((await popup.axe()).violations).toEqual([]);
    });
  });
}
