/** What every spec starts from: a browser with the extension, and a web for it. */
import { test as base, expect } from '@playwright/test';
import type { Reading } from '../../lib/settings/reading.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';
import type { PopupPage } from './browsers/popup-page.ts';
import type { Reader } from './browsers/reader.ts';
import type { ReaderPage } from './browsers/reader-page.ts';
import { type Site, startSite } from './site.ts';

interface TestFixtures {
  /** What the reader has chosen of how to read: most tests ask about each mention. What is left out is as by default. */
  reading: Partial<Reading>;
  /** Errors that are a page's own mistake, though the browser notes them as the extension's; none by default. */
  tolerated: RegExp | undefined;
  /** Every test starts without pages and settings of the one before, and ends without errors of the extension. */
  fresh: undefined;
}
interface WorkerFixtures {
  site: Site;
  reader: Reader;
}

/** Starts a project's browser with the extension; its interface is in English unless another language is named. */
export function launchReader(project: string, port: number, lang = 'en-US'): Promise<Reader> {
  return project === 'firefox' ? launchFirefox(port, lang) : launchChromium(port, lang);
}

/** What Firefox notes of its own where a page is left, or rests, while a message is under way (`SECURITY.md`). */
const BROWSERS_OWN =
  /^Promise (?:rejected after context unloaded: Actor 'Conduits' destroyed|resolved while context is inactive)/;

/** Playwright's test with a `reader` and a `site`, which all tests of a worker share. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that one needs from the pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  reader: [
    async ({ site }, use, { project }) => {
      const reader = await launchReader(project.name, site.port);
      await use(reader);
      await reader.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  reading: [{ density: 'each' }, { option: true }],
  tolerated: [undefined, { option: true }],
  fresh: [
    async ({ reader, reading, tolerated }, use) => {
      await reader.reset();
      if (Object.keys(reading).length > 0) await reader.setSettings({ paused: false, sites: {}, reading });
      await use(undefined);
      const isOurs = (error: string) => !BROWSERS_OWN.test(error) && !tolerated?.test(error);
      expect((await reader.errors()).filter(isOurs)).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** The article of our own that most specs read, under a host of a site of its own. */
export const ARTICLE = 'http://example.org/article.html';

/** How often what is waited for is looked at, in milliseconds. */
export const POLL = { intervals: [50, 100] };

/** Waits until mentions of the page are underlined. */
export async function untilAnnotated(page: ReaderPage): Promise<void> {
  await expect
    .poll(async () => (await page.mentions()).length, { ...POLL, message: 'mentions underlined' })
    .toBeGreaterThan(0);
}

/** Opens a page and waits until its mentions are underlined. */
export async function openAnnotated(reader: Reader, url: string): Promise<ReaderPage> {
  const page = await reader.openPage(url);
  await untilAnnotated(page);
  return page;
}

/** Opens the popup of a page and waits until it shows all it has. */
export async function openReadyPopup(reader: Reader, page: ReaderPage): Promise<PopupPage> {
  const popup = await reader.openPopup(page);
  await expect.poll(() => popup.isReady(), { ...POLL, message: 'popup ready' }).toBe(true);
  return popup;
}

/** Waits until the card of that name is open; undefined waits until none is. */
export async function expectCard(page: ReaderPage, name: string | undefined): Promise<void> {
  await expect.poll(() => page.card.name(), { ...POLL, message: 'name on the open card' }).toBe(name);
}

/** Waits until no mention of the page is underlined and no highlight of ours is registered. */
export async function untilBare(page: ReaderPage): Promise<void> {
  await expect.poll(() => page.highlights(), { ...POLL, message: 'highlights' }).toEqual({});
}
