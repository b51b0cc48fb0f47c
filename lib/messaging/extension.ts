/** What a content script asks of the extension that it belongs to. */
import { browser } from 'wxt/browser';

/** Whether the extension is gone from beneath a page: updated, switched off or removed. */
export function isExtensionGone(): boolean {
  return browser.runtime?.id === undefined;
}
