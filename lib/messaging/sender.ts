/**
 * Who sent a message to the background. A script in a page belongs to the page's process, which a fault in the browser may
 * give to an attacker; so nothing that a message says of its sender is believed, and the browser's word is compared with
 * itself.
 */
import { hostOf } from '../settings/site-rules.ts';

/** What the browser tells of a sender, as far as it is read. */
export interface BrowserSender {
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
  frameId?: number | undefined;
  url?: string | undefined;
  /** Origin of the document as the browser knows it; `null` for a sandboxed one. */
  origin?: string | undefined;
}

/** A page of the web that a message came from, or a frame in one. */
export interface Frame {
  tabId: number;
  /** 0 is the page itself. */
  frameId: number;
  /** Host of the page in the tab, and of the frame where it has one: a sandboxed frame that its page wrote has none. */
  hosts: [page: string, ...frame: string[]];
}

/** Documents that a page writes into its frames have addresses of these kinds, and the page's origin or none. */
const WRITTEN = /^(?:about|blob|data):/;

/**
 * The frame that a message came from, as the browser tells it.
 * @returns undefined for whatever is no page of the web in a tab, such as the extension's own pages, and where the
 *   address and the origin disagree
 */
export function frameOf({ tab, frameId, url, origin }: BrowserSender): Frame | undefined {
  const page = hostOf(tab?.url);
  if (tab?.id === undefined || frameId === undefined || url === undefined || page === undefined) return undefined;
  const hasOrigin = origin !== undefined && origin !== 'null';
  let own = hostOf(url);
  if (own !== undefined) {
    if (hasOrigin && origin !== new URL(url).origin) return undefined;
  } else {
    if (frameId === 0 || !WRITTEN.test(url)) return undefined;
    own = hasOrigin ? hostOf(origin) : undefined;
    if (hasOrigin && own === undefined) return undefined;
  }
  return { tabId: tab.id, frameId, hosts: own === undefined ? [page] : [page, own] };
}
