/** When a page is asked whether it names the treaty: as it loads, and again after it navigates within itself. */

import { passagesToAsk } from '../detection/hints.ts';
import { ACTIVITY } from './activity.ts';
import { declaredLanguages } from './declared-languages.ts';
import { isPrerendering, plainDocument } from './plain-document.ts';
import { openShadowRootsInSteps } from './shadow-roots.ts';

/** The part of the Navigation API (HTML standard) that tells of navigations within a page. */
interface PageNavigation {
  addEventListener(type: 'navigatesuccess', listener: () => void, options: { signal: AbortSignal }): void;
}

/** For so long after loading or navigating, in milliseconds, a page may still be fetching its article. */
const SETTLING = 10_000;
/** Least time between two questions while a page settles, in milliseconds. */
const PAUSE = 500;
/** Passages of which the background is asked at once. */
const MOST_PASSAGES = 12;
/** Once a page has settled it may still unfold an article; it is asked so long after its reader has done something. */
const AFTER_ACTIVITY = 1500;
/** Attempts after which a page that keeps changing is left in peace until it navigates. */
const MOST_QUESTIONS = 6;

/** Types of documents that are pages of words; drawings, feeds, data and plain text are shown by a viewer of their own. */
const PAGES: readonly string[] = ['text/html', 'application/xhtml+xml'];

/** The page's text, with that of its open shadow roots. */
function textOfPage(): string {
  const { body } = plainDocument;
  if (!body) return '';
  let text = body.textContent ?? '';
  for (const root of openShadowRootsInSteps(body)) if (root) text += `\n${root.textContent ?? ''}`;
  return text;
}

/**
 * Asks a page until it names the treaty, then calls back once and ends. Documents that are no pages are left alone.
 *
 * The question costs one native reading of the page's text. It is asked when the page is ready; while it settles, when
 * its text has changed; and then only after navigations within the page, and after its reader has scrolled, clicked or
 * typed. No observer outlives the settling.
 * @param isGone whether the extension is gone from beneath the page; then the watch is over
 * @param nameTreaty whether passages that may name the treaty do; asked only of pages that have such passages
 */
export function watchForTreaty(
  isGone: () => boolean,
  nameTreaty: (passages: readonly string[]) => Promise<boolean>,
  found: (passages: readonly string[]) => void,
): void {
  if (!PAGES.includes(plainDocument.contentType)) return;
  const done = new AbortController();
  const until = done.signal;
  let lastLength = -1;
  let questions = 0;
  let settling: AbortController | undefined;

  const ask = async () => {
    if (until.aborted) return;
    const text = textOfPage();
    if (text.length === lastLength) return;
    lastLength = text.length;
    questions++;
    for (const passages of passagesToAsk(text, MOST_PASSAGES, declaredLanguages)) {
      const named = await nameTreaty(passages);
      if (until.aborted) return;
      if (!named) continue;
      done.abort();
      found(passages);
      return;
    }
  };

  const watchSettling = () => {
    settling?.abort();
    settling = new AbortController();
    const settled = AbortSignal.any([until, settling.signal, AbortSignal.timeout(SETTLING)]);
    questions = 0;
    let waiting = false;
    const askSoon = () => {
      if (waiting || settled.aborted) return;
      waiting = true;
      setTimeout(() => {
        requestIdleCallback(
          () => {
            waiting = false;
            void ask();
            if (questions >= MOST_QUESTIONS) settling?.abort();
          },
          { timeout: PAUSE },
        );
      }, PAUSE);
    };
    const observer = new MutationObserver(askSoon);
    observer.observe(document, { childList: true, subtree: true });
    settled.addEventListener('abort', () => observer.disconnect());
    askSoon();
  };

  /** Not asked as a page loads: the answer makes the browser set up what the gate does not need on most pages. */
  const unlessGone = (work: () => unknown) => {
    if (isGone()) done.abort();
    else void work();
  };
  let resting: ReturnType<typeof setTimeout> | undefined;
  const askLater = () => {
    clearTimeout(resting);
    resting = setTimeout(() => requestIdleCallback(() => unlessGone(ask), { timeout: PAUSE }), AFTER_ACTIVITY);
  };
  until.addEventListener('abort', () => clearTimeout(resting));

  const watch = () => {
    if (until.aborted) return;
    watchSettling();
    for (const type of ACTIVITY) addEventListener(type, askLater, { signal: until, passive: true, capture: true });
  };
  // In tasks of their own, and the question behind whatever the page does with its `load`: a slow machine should never
  // stand still for all of it. What changes between them is seen when the page is asked again.
  const begin = () => {
    setTimeout(() => {
      void ask();
      setTimeout(watch);
    });
  };
  // A page that is rendered ahead may never be seen.
  if (isPrerendering()) {
    plainDocument.addEventListener('prerenderingchange', begin, { once: true });
  } else begin();
  const { navigation } = globalThis as { navigation?: PageNavigation };
  navigation?.addEventListener('navigatesuccess', () => unlessGone(watchSettling), { signal: until });
}
