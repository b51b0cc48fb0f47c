/**
 * Notices that the extension is gone from beneath a page that it has annotated: updated, switched off or removed. No
 * browser tells a script so, and a connection held open to be told by would wake the background again and again. So it
 * is looked for when the reader comes back to the page or moves in it, and when the extension's next version arrives.
 */
import { plainDocument } from '../article/plain-document.ts';

/**
 * An event of ours that the next version's annotator raises in a page. The page may hear and raise it as well: it learns
 * what the highlights' registry tells it anyway, and causes a look, no more.
 */
const ARRIVAL = 'treaty-lens';

/**
 * Ends annotators of an earlier version, and takes away what they have left: Firefox ends them with their extension,
 * before they can do so themselves.
 */
export function announceArrival(): void {
  dispatchEvent(new Event(ARRIVAL));
  for (const host of plainDocument.querySelectorAll('treaty-lens')) host.remove();
}

/**
 * Calls back when the extension is gone.
 * @param isGone looks whether it is; called often
 */
export function watchForEnd(isGone: () => boolean, end: () => void, signal: AbortSignal): void {
  for (const type of [ARRIVAL, 'visibilitychange', 'focus', 'pointermove', 'pointerdown', 'keydown']) {
    addEventListener(type, () => isGone() && end(), { signal, capture: true, passive: true });
  }
}
