/** Builds the script that runs in the benchmark's pages. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * Source of the script, which leaves a `PageBench` in `globalThis.treatyLensBench`.
 * @throws {Error} when the build fails; the reason is on standard error
 */
export function bundlePage(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'treaty-lens-bench-'));
  try {
    const vite = path.join(ROOT, 'node_modules/vite/bin/vite.js');
    const args = ['build', '--config', path.join(import.meta.dirname, 'vite.config.ts'), '--outDir', folder];
    // Standard output is the benchmark's own.
    const { status } = spawnSync(process.execPath, [vite, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error('The script for the pages could not be built.');
    return readFileSync(path.join(folder, 'page.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
