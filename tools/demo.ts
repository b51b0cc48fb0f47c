/**
 * Shows the extension at work on an article.
 *
 *     npm run demo [-- FILE | URL]
 *
 * With a display, opens a browser and leaves it to you. Without one, prints what was annotated and saves screenshots
 * of page, card and popup to `demo/out/`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { browser } from 'wxt/browser';
import { launchChromium } from './chromium.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OUT = `${ROOT}demo/out/`;
const HOST = 'http://news.example.org/article';

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** An article to show, as HTML: a page as it is, a text with a paragraph for each line. */
function articleHtml(file: string): string {
  const content = readFileSync(file, 'utf8');
  if (/\.x?html?$/i.test(file)) return content;
  const paragraphs = content.split(/\n+/).filter((line) => line.trim() !== '');
  const style =
    'body{max-width:40rem;margin:2.5rem auto;padding:0 1rem;font:1.1rem/1.65 Georgia,serif;color-scheme:light dark}';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(file)}</title><style>${style}</style>
<article>${paragraphs.map((line) => `<p>${escapeHtml(line)}</p>`).join('\n')}</article></html>`;
}

function build(): void {
  const { status } = spawnSync('npx', ['wxt', 'build'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Serves one page under every address; the port it listens on. */
async function serve(html: string): Promise<number> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return (server.address() as AddressInfo).port;
}

/** Texts of the highlights, by name, as the page's own registry holds them. */
function readHighlights(page: Page): Promise<[string, string[]][]> {
  return page.evaluate(() =>
    [...CSS.highlights]
      .filter(([name]) => name.startsWith('treaty-lens'))
      .map(([name, ranges]): [string, string[]] => [name, [...ranges].map((range) => String(range))]),
  );
}

/** Middle of the first mention that is not the treaty, brought into view; of the treaty's where there is no other. */
function firstMention(page: Page): Promise<{ x: number; y: number }> {
  return page.evaluate(() => {
    const actors = [...(CSS.highlights.get('treaty-lens-actor') ?? [])] as Range[];
    const treaty = [...(CSS.highlights.get('treaty-lens-treaty') ?? [])] as Range[];
    const range = actors.find((candidate) => String(candidate) === 'Human Rights Watch') ?? actors[0] ?? treaty[0];
    if (!range) throw new Error('Nothing was annotated');
    range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = range.getClientRects()[0] as DOMRect;
    return { x: left + width / 2, y: top + height / 2 };
  });
}

const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
const wanted = process.argv[2] ?? `${ROOT}demo/article.html`;
const isUrl = /^https?:\/\//.test(wanted);

build();
const port = isUrl ? undefined : await serve(articleHtml(wanted));
const { context, worker, extensionId } = await launchChromium({
  extension: `${ROOT}.output/chrome-mv3`,
  headless: !hasDisplay,
  still: !hasDisplay,
  ...(port !== undefined && { port }),
  ...(hasDisplay && { viewport: null }),
});
const page = context.pages()[0] ?? (await context.newPage());
await page.goto(isUrl ? wanted : HOST);

if (hasDisplay) {
  console.log('Point at an underlined name. Close the browser to end the demo.');
  await context.waitForEvent('close', { timeout: 0 });
  process.exit(0);
}

await page.waitForFunction(() => CSS.highlights.has('treaty-lens-treaty'), undefined, { timeout: 15_000 });
for (const [name, texts] of await readHighlights(page)) {
  console.log(
    `${name.replace('treaty-lens-', '')} (${texts.length}): ${texts.map((text) => text.replace(/\s+/g, ' ')).join(' | ')}`,
  );
}
mkdirSync(OUT, { recursive: true });
await page.screenshot({ path: `${OUT}page.png` });

const point = await firstMention(page);
await page.mouse.move(point.x, point.y);
await page.waitForFunction(() => CSS.highlights.has('treaty-lens-open'));
// Two frames: one to place the card, one to paint it.
await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
await page.screenshot({ path: `${OUT}card.png` });

const tabId = await worker.evaluate(async () => {
  const { chrome } = globalThis as unknown as { chrome: typeof browser };
  return (await chrome.tabs.query({ url: ['http://*/*', 'https://*/*'] }))[0]?.id;
});
const popup = await context.newPage();
await popup.setViewportSize({ width: 340, height: 620 });
await popup.goto(`chrome-extension://${extensionId}/popup.html?tab=${tabId}`);
await popup.getByRole('main').waitFor();
await popup.screenshot({ path: `${OUT}popup.png` });
console.log('Screenshots: demo/out/page.png, card.png, popup.png');
await context.close();
process.exit(0);
