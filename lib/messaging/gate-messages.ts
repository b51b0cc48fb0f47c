/**
 * The gate's two messages, without the schema library: the gate runs on every page and has no room for it. What it
 * sends is checked by the background; what it hears is one boolean.
 */
import { browser } from 'wxt/browser';

/** Tells the background that the page names the treaty. */
export function reportTreaty(): void {
  // A page that outlives an update of the extension has nobody to tell.
  browser.runtime.sendMessage({ type: 'page-names-treaty' }).catch(() => {});
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
