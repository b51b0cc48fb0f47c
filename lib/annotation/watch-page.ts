/** Tells when the page's text may have changed, so that it is read again. */

import { ACTIVITY } from '../article/activity.ts';
import { plainDocument } from '../article/plain-document.ts';
import { openShadowRootsInSteps } from '../article/shadow-roots.ts';
import type { Steps } from '../detection/steps.ts';
import { inSlices } from './in-slices.ts';

/** Least time between two readings, in milliseconds. */
const LEAST_PAUSE = 300;
/** A reading may take this share of the time, so that a page that never rests is not slowed. */
const DUTY = 0.02;
/** However long a reading took, the next waits no longer than this, in milliseconds: a busy machine makes it seem long. */
const LONGEST_REST = 8000;

/** Attributes by which pages show and hide what is there already; `slot` shows what stands in a host. */
const SHOWING = ['class', 'style', 'hidden', 'open', 'contenteditable', 'slot'];
/**
 * Attributes that tell whose words these are and in which language. Not `href`, though blocks that are all link stand
 * apart: pages write addresses anew under the pointer, and seldom make a link of what was none.
 */
const TELLING = ['lang', 'role', 'id'];
/** Attributes by which pages may show and hide, by rules of their own, and that change for other reasons as well. */
const HINTING = ['aria-expanded', 'aria-hidden', 'aria-selected', 'data-state'];
/** Events behind which something may be shown or hidden without any change that is watched. */
const SHOWN_BY = ['toggle', 'change', 'transitionend', 'animationend'];

const WATCHED = {
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: [...SHOWING, ...TELLING, ...HINTING],
  subtree: true,
};

/** Of the browser's own: a document's form may bear this name. */
const { addEventListener: listen } = EventTarget.prototype;

/**
 * Makes work that is done when the browser is idle: once for all times that it was asked for meanwhile, never while it is
 * under way, and no more often than its share of the time allows.
 * @param work resolves to the time that it took, in milliseconds
 * @returns asks for the work
 */
function atLeisure(work: () => Promise<number>, signal: AbortSignal): () => void {
  let pending = false;
  let asked = false;
  /** When the work may begin again, by `performance.now()`. */
  let rested = 0;
  const doSoon = () => {
    pending = true;
    setTimeout(
      () =>
        requestIdleCallback(
          async () => {
            asked = false;
            if (signal.aborted) return;
            let took = 0;
            try {
              took = await work();
            } finally {
              rested = performance.now() + Math.min(took / DUTY, LONGEST_REST);
              pending = false;
            }
            if (asked) doSoon();
          },
          { timeout: 1000 },
        ),
      Math.max(LEAST_PAUSE, rested - performance.now()),
    );
  };
  return () => {
    asked = true;
    if (!pending) doSoon();
  };
}

/**
 * Calls `read` after the page has changed, once for many changes, when the browser is idle, and never while it reads.
 *
 * That a shadow root is attached to an element that stands already is told by nothing, nor that a rule shows what it hid.
 * Both are looked for when the page's height changes, as it mostly does then, when something hints at it, and after the
 * page's reader has done something.
 * @param read reads the page anew and resolves to the time that it took, in milliseconds, which decides how often it is
 *   called
 * @param isStale whether what was read is seen now and was not, or the other way
 * @param isOurs whether a changed node is our own
 * @returns when all of the page is watched: what is read from then on is told of when it changes
 */
export async function watchPage(
  read: () => Promise<number>,
  isStale: () => boolean,
  isOurs: (node: Node) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const watched = new WeakSet<Node>();
  const readSoon = atLeisure(async () => {
    // New shadow roots may change while they are read, and behind the place that the reading has come to.
    await inSlices(watchRoots(), signal);
    return read();
  }, signal);
  const observer = new MutationObserver((records) => {
    const theirs = records.some(({ target, addedNodes, removedNodes }) => {
      const nodes = [...addedNodes, ...removedNodes];
      return nodes.length === 0 ? !isOurs(target) : nodes.some((node) => !isOurs(node));
    });
    if (!theirs) return;
    if (records.every(({ attributeName }) => HINTING.includes(attributeName ?? ''))) lookSoon();
    else readSoon();
  });
  const watch = (root: Node) => {
    watched.add(root);
    observer.observe(root, WATCHED);
    // Slots that are named anew, or filled by a script's hand, change nothing that is watched.
    listen.call(root, 'slotchange', readSoon, { signal });
    // Most of these events do not leave their shadow root, and some do not bubble.
    for (const type of SHOWN_BY) listen.call(root, type, lookSoon, { signal, passive: true, capture: true });
  };
  /** Watches the shadow roots that are not watched yet; whether there were any. */
  function* watchRoots(): Steps<boolean> {
    let any = false;
    for (const root of openShadowRootsInSteps(document)) {
      if (root && !watched.has(root)) {
        watch(root);
        any = true;
      }
      yield;
    }
    return any;
  }
  const lookSoon = atLeisure(async () => {
    const looked = await inSlices(watchRoots(), signal);
    if (!looked) return 0;
    const begun = performance.now();
    if (looked.result || isStale()) readSoon();
    return looked.took + performance.now() - begun;
  }, signal);
  // The document, for pages may write themselves anew.
  watch(document);
  const size = new ResizeObserver(lookSoon);
  // A page that is being written anew has no root yet, and is begun with again when it has.
  if (plainDocument.documentElement) size.observe(plainDocument.documentElement);
  for (const type of ACTIVITY) addEventListener(type, lookSoon, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    size.disconnect();
  });
  await inSlices(watchRoots(), signal);
}
