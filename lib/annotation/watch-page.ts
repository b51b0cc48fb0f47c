/** Tells when the page's text may have changed, so that it is read again. */

import { openShadowRoots } from '../article/shadow-roots.ts';

/** Least time between two readings, in milliseconds. */
const LEAST_PAUSE = 300;
/** A reading may take this share of the time, so that a page that never rests is not slowed. */
const DUTY = 0.02;

/** Attributes by which pages show and hide what is there already; `slot` shows what stands in a host. */
const SHOWING = ['class', 'style', 'hidden', 'open', 'contenteditable', 'slot'];
/**
 * Attributes that tell whose words these are and in which language. Not `href`, though blocks that are all link stand
 * apart: pages write addresses anew under the pointer, and seldom make a link of what was none.
 */
const TELLING = ['lang', 'role', 'id'];

const WATCHED = {
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...SHOWING, ...TELLING],
  subtree: true,
};

/**
 * Calls `read` after the page has changed, once for many changes, when the browser is idle, and never while it reads.
 * @param read reads the page anew and resolves to the time that it took, in milliseconds, which decides how often it is
 *   called
 * @param isOurs whether a changed node is our own
 */
export function watchPage(read: () => Promise<number>, isOurs: (node: Node) => boolean, signal: AbortSignal): void {
  let pending = false;
  let changed = false;
  /** When the next reading may begin, by `performance.now()`, so that readings keep to their share of the time. */
  let rested = 0;
  const readSoon = () => {
    pending = true;
    setTimeout(
      () =>
        requestIdleCallback(
          async () => {
            changed = false;
            if (signal.aborted) return;
            // New shadow roots may change while they are read, and behind the place that the reading has come to.
            observe();
            let took = 0;
            try {
              took = await read();
            } finally {
              rested = performance.now() + took / DUTY;
              pending = false;
            }
            if (changed) readSoon();
          },
          { timeout: 1000 },
        ),
      Math.max(LEAST_PAUSE, rested - performance.now()),
    );
  };
  const notice = () => {
    changed = true;
    if (!pending) readSoon();
  };
  const observer = new MutationObserver((records) => {
    const theirs = records.some(({ target, addedNodes, removedNodes }) => {
      const nodes = [...addedNodes, ...removedNodes];
      return nodes.length === 0 ? !isOurs(target) : nodes.some((node) => !isOurs(node));
    });
    if (theirs) notice();
  });
  const observe = () => {
    // The document, for pages may write themselves anew; observing a root again is the same as once.
    for (const root of [document, ...openShadowRoots(document)]) {
      observer.observe(root, WATCHED);
      // Slots that are named anew, or filled by a script's hand, change nothing that is watched.
      root.addEventListener('slotchange', notice, { signal });
    }
  };
  observe();
  signal.addEventListener('abort', () => observer.disconnect());
}
