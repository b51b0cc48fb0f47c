/** Builds the gallery of a checkout into one page. */
import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** This checkout. */
export const ROOT = path.resolve(import.meta.dirname, '../..');
const CONFIG = 'tests/gallery/vite.config.ts';

/**
 * HTML of the gallery, its script and its styles within it.
 * @param root folder of the checkout, with the packages that it needs
 * @throws {Error} when the build fails; the reason is on standard error
 */
export function bundleGallery(root = ROOT): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'treaty-lens-gallery-'));
  try {
    const vite = path.join(root, 'node_modules/vite/bin/vite.js');
    const args = ['build', '--config', path.join(root, CONFIG), '--outDir', folder];
    const { status } = spawnSync(process.execPath, [vite, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`The gallery of ${root} could not be built.`);
    const asset = (ending: string) =>
      globSync(`assets/*.${ending}`, { cwd: folder })
        .map((file) => readFileSync(path.join(folder, file), 'utf8'))
        .join('\n');
    return [
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Gallery</title>',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<style>${asset('css')}</style></head><body><div id="gallery"></div>`,
      `<script type="module">${asset('js').replaceAll('</script', '<\\/script')}</script></body></html>`,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
