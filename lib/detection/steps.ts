/** Work that may pause: a generator that yields wherever it may be left alone for a while. */

/** Work in steps, none of which takes long; its result is what it returns. */
export type Steps<Result, Meanwhile = undefined> = Generator<Meanwhile | undefined, Result>;

/** Does all the work at once. */
export function finish<Result>(steps: Steps<Result, unknown>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
