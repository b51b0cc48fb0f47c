/**
 * The gate's two messages, without the schema library: the gate runs on every page and has no room for it. What it
 * sends is checked by the background; what it hears is one boolean.
 */
import { browser } from 'wxt/browser';

/**
 * Asks the background whether passages of the page name the treaty; where they do, and the site is on, it lets the
 * annotator in.
 * @returns false too when there is nobody to ask: the page has outlived an update of the extension
 */
export async function askAboutPassages(passages: readonly string[]): Promise<boolean> {
  try {
    return (await browser.runtime.sendMessage({ type: 'passages-found', passages })) === true;
  } catch {
    return false;
  }
}

/** Calls back when the reader switches annotations for this page. Returns how to stop. */
export function onAnnotateSwitch(callback: (on: boolean) => void): () => void {
  const listener = (message: unknown) => {
    const { type, on } = (message ?? {}) as { type?: unknown; on?: unknown };
    if (type === 'annotate') callback(on === true);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
