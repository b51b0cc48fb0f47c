/** Whether the frame at hand can be one in which somebody reads: advertisements and counters are smaller. */

/** Least width and height of a frame that is read, in CSS pixels; the usual formats of advertisements stay below one. */
const LEAST_WIDTH = 310;
const LEAST_HEIGHT = 260;

function isLargeEnough(): boolean {
  return window === top || (innerWidth >= LEAST_WIDTH && innerHeight >= LEAST_HEIGHT);
}

/** Calls back once the frame is large enough: at once for a page of its own, and when it has grown for others. */
export function onceLargeEnough(begin: () => void): void {
  if (isLargeEnough()) {
    begin();
    return;
  }
  const done = new AbortController();
  const look = () => {
    if (done.signal.aborted || !isLargeEnough()) return;
    done.abort();
    begin();
  };
  addEventListener('resize', look, { signal: done.signal, passive: true });
  // A frame of another site may hear of its size only now, and not by that event.
  requestAnimationFrame(look);
}
