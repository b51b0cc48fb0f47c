/** Waiting for the extension in a page. */
import type { OpenPage } from './lab.ts';

/**
 * Waits until mentions are underlined.
 * @throws {Error} after Playwright's own patience
 */
export async function untilHighlighted({ page }: OpenPage): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.has('treaty-lens-treaty'));
}
