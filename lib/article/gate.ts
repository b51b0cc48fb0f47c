/** When a page is asked whether it names the treaty: once it has loaded, and again after it navigates within itself. */

/** The part of the Navigation API (HTML standard) that tells of navigations within a page. */
interface PageNavigation {
  addEventListener(type: 'navigatesuccess', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Asks a page until it names the treaty, then calls back once and ends.
 * Costs one reading of the page's text when it is ready, one when it has loaded, and one for each navigation within it.
 * @param namesTreaty the gate's question, of the page's text content
 * @param signal ends the watch
 */
export function watchForTreaty(namesTreaty: (text: string) => boolean, found: () => void, signal: AbortSignal): void {
  const done = new AbortController();
  const until = AbortSignal.any([signal, done.signal]);
  let lastLength = -1;
  const ask = () => {
    if (until.aborted) return;
    const text = document.body?.textContent ?? '';
    if (text.length === lastLength) return;
    lastLength = text.length;
    if (!namesTreaty(text)) return;
    done.abort();
    found();
  };
  const askWhenIdle = () => void requestIdleCallback(ask, { timeout: 1000 });
  ask();
  if (until.aborted) return;
  if (document.readyState !== 'complete') addEventListener('load', askWhenIdle, { once: true, signal: until });
  const { navigation } = globalThis as { navigation?: PageNavigation };
  navigation?.addEventListener('navigatesuccess', askWhenIdle, { signal: until });
}
