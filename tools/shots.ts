/**
 * Compares pictures of every state in the gallery between this checkout, as it is, and a commit. Both are drawn by the
 * same browser in the same run, so that fonts and platforms make no difference. Writes the pictures that differ, and
 * those of all states as they are now, to `shots/`.
 *
 * `npm run shots -- main`; without a commit, the one before the last. `--only dark` draws one variant, which is faster
 * than all five; `--strict` fails on a difference.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { bundleGallery, ROOT } from '../tests/gallery/bundle.ts';
import { findBrowser } from './find-browser.mjs';

const FOLDER = path.join(ROOT, 'shots');
const ADDRESS = 'http://gallery.invalid/';
/** How far a pixel's colour may be off before it counts, from 0 to 1. */
const THRESHOLD = 0.1;

interface Variant {
  query: string;
  context: BrowserContextOptions;
}
const WIDE = { width: 1280, height: 900 };
const VARIANTS: Readonly<Record<string, Variant>> = {
  light: { query: '', context: { colorScheme: 'light', viewport: WIDE } },
  dark: { query: '', context: { colorScheme: 'dark', viewport: WIDE } },
  rtl: { query: '?lang=ar&dir=rtl', context: { colorScheme: 'light', viewport: WIDE } },
  large: { query: '?text=200', context: { colorScheme: 'light', viewport: WIDE } },
  narrow: { query: '', context: { colorScheme: 'light', viewport: { width: 320, height: 900 } } },
};

type Pictures = ReadonlyMap<string, PNG>;

/** Pictures of every state of a gallery, by the state's id. */
async function drawGallery(browser: Browser, html: string, { query, context: options }: Variant): Promise<Pictures> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  await context.route(`${ADDRESS}**`, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  const page = await context.newPage();
  await page.goto(ADDRESS + query);
  const stages = page.locator('.stage');
  await stages.first().waitFor();
  const pictures = new Map<string, PNG>();
  for (const stage of await stages.all()) {
    const id = (await stage.getAttribute('id'))?.replace(/^stage-/, '') ?? '';
    pictures.set(id, PNG.sync.read(await stage.screenshot()));
  }
  await context.close();
  return pictures;
}

/** The picture on a canvas of another size, blank where it does not reach. */
function onCanvas(picture: PNG, width: number, height: number): PNG {
  const canvas = new PNG({ width, height });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas;
}

/** How many pixels of two pictures differ, and a picture of where. */
function difference(before: PNG, after: PNG): { pixels: number; picture: PNG } {
  const width = Math.max(before.width, after.width);
  const height = Math.max(before.height, after.height);
  const picture = new PNG({ width, height });
  const [one, other] = [before, after].map(({ data, width: w, height: h }) => {
    return onCanvas(Object.assign(new PNG({ width: w, height: h }), { data }), width, height).data;
  });
  const pixels = pixelmatch(one ?? before.data, other ?? after.data, picture.data, width, height, {
    threshold: THRESHOLD,
  });
  return { pixels, picture };
}

/**
 * The gallery as a commit had it, with the packages of this checkout; undefined where it had none.
 * @throws {Error} when there is no such commit, or its gallery cannot be built
 */
function bundleOf(ref: string): string | undefined {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const parent = mkdtempSync(path.join(tmpdir(), 'treaty-lens-shots-'));
  const folder = path.join(parent, 'checkout');
  try {
    git('worktree', 'add', '--quiet', '--detach', '--force', folder, ref);
    if (!existsSync(path.join(folder, 'tests/gallery'))) return undefined;
    // Packages, and the settings of TypeScript that WXT makes.
    for (const made of ['node_modules', '.wxt']) symlinkSync(path.join(ROOT, made), path.join(folder, made));
    return bundleGallery(folder);
  } finally {
    rmSync(parent, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

function save(variant: string, id: string, part: string, picture: PNG): void {
  const folder = path.join(FOLDER, part, variant);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${id}.png`), PNG.sync.write(picture));
}

interface Row {
  variant: string;
  state: string;
  change: string;
}

/** Compares one variant's pictures, saves them, and tells what has changed. */
function compare(variant: string, before: Pictures, after: Pictures): Row[] {
  const rows: Row[] = [];
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [old, now] = [before.get(id), after.get(id)];
    if (now) save(variant, id, 'now', now);
    if (!old || !now) {
      rows.push({ variant, state: id, change: now ? 'new' : 'gone' });
      continue;
    }
    const { pixels, picture } = difference(old, now);
    if (pixels === 0 && old.width === now.width && old.height === now.height) continue;
    const grown = now.height - old.height;
    rows.push({ variant, state: id, change: `${pixels} px${grown ? `, ${grown > 0 ? '+' : ''}${grown} high` : ''}` });
    save(variant, id, 'before', old);
    save(variant, id, 'difference', picture);
  }
  return rows;
}

const { values, positionals } = parseArgs({
  options: { strict: { type: 'boolean' }, only: { type: 'string' } },
  allowPositionals: true,
});
if (values.only !== undefined && !Object.hasOwn(VARIANTS, values.only)) {
  throw new Error(`There is no variant "${values.only}": ${Object.keys(VARIANTS).join(', ')}`);
}
const ref = positionals[0] ?? 'HEAD~1';
const executablePath = await findBrowser('chromium');
if (executablePath === undefined) throw new Error('No Chromium is installed; run `node tools/setup.mjs chromium`.');

const htmlBefore = bundleOf(ref);
const htmlAfter = bundleGallery();
rmSync(FOLDER, { recursive: true, force: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox'].filter(() => process.getuid?.() === 0),
});
const rows: Row[] = [];
for (const [name, variant] of Object.entries(VARIANTS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const before = htmlBefore === undefined ? new Map() : await drawGallery(browser, htmlBefore, variant);
  rows.push(...compare(name, before, await drawGallery(browser, htmlAfter, variant)));
}
await browser.close();

if (htmlBefore === undefined) console.log(`${ref} has no gallery: every state is new.`);
else if (rows.length > 0) console.table(rows);
console.log(
  rows.length > 0 ? `${rows.length} pictures differ from ${ref}: see shots/.` : `No picture differs from ${ref}.`,
);
if (values.strict && rows.length > 0) process.exitCode = 1;
