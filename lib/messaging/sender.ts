/**
 * Who sent a message to the background. A script in a page belongs to the page's process, which a fault in the browser may
 * give to an attacker; so nothing that a message says of its sender is believed, and the browser's word is compared with
 * itself.
 */
import { hostOf } from '../settings/site-rules.ts';

/** What the browser tells of a sender, as far as it is read. */
export interface BrowserSender {
  tab?: { id?: number | undefined } | undefined;
  frameId?: number | undefined;
  url?: string | undefined;
  /** Origin of the document as the browser knows it; `null` for a sandboxed one. */
  origin?: string | undefined;
}

/** A page of the web that a message came from. */
export interface Frame {
  tabId: number;
  frameId: number;
  /** Host name of its address. */
  host: string;
}

/**
 * The page that a message came from, as the browser tells it.
 * @returns undefined for whatever is no page of the web in a tab, such as the extension's own pages, and where the
 *   address and the origin disagree
 */
export function frameOf({ tab, frameId, url, origin }: BrowserSender): Frame | undefined {
  const host = hostOf(url);
  if (tab?.id === undefined || frameId === undefined || url === undefined || host === undefined) return undefined;
  if (origin !== undefined && origin !== 'null' && origin !== new URL(url).origin) return undefined;
  return { tabId: tab.id, frameId, host };
}
