/** Does work in slices between which the browser can do its own: answer the reader, draw, run the page. */
import type { Steps } from '../detection/steps.ts';

/**
 * Time of a slice, in milliseconds. With the step that overruns it, a machine four times slower stays under 50 ms,
 * from where on a task is called long (Long Tasks API).
 */
const SLICE = 5;

/** The part of the Prioritized Task Scheduling API that yields. */
interface YieldingScheduler {
  yield?(): Promise<void>;
}

/** Resolves when the browser has had its turn. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: YieldingScheduler };
  if (scheduler?.yield) return scheduler.yield();
  // A message comes sooner than a timer, which browsers hold back by 4 ms when one follows another.
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}

/** Work that was done. */
export interface Done<Result> {
  result: Result;
  /** Time that it took, pauses left out, in milliseconds. */
  took: number;
}

/**
 * Does work in steps, as many at a time as fill a slice, each slice in a task of its own.
 * @param signal gives the work up at the next pause
 * @param meanwhile hears what the work yields before it is done
 * @param slice time of one, in milliseconds
 * @returns undefined when the work was given up
 * @throws what the work throws
 */
export async function inSlices<Result, Meanwhile>(
  steps: Steps<Result, Meanwhile>,
  signal: AbortSignal,
  meanwhile: (value: Meanwhile) => void = () => {},
  slice = SLICE,
): Promise<Done<Result> | undefined> {
  let took = 0;
  for (;;) {
    // Before the first slice too: whatever has called for the work has had its share of the task at hand.
    await pause();
    if (signal.aborted) break;
    const start = performance.now();
    let spent = 0;
    while (spent < slice) {
      const { done, value } = steps.next();
      spent = performance.now() - start;
      if (done) return { result: value, took: took + spent };
      if (value !== undefined) meanwhile(value);
    }
    took += spent;
  }
  steps.return?.(undefined as Result);
  return undefined;
}
