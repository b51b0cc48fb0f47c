/** Chance that is the same in every run, so that runs can be compared. */

/** Numbers from 0 up to 1, by a linear congruence modulo 2³² whose high bits are used. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // The low bits of such a sequence repeat soon.
    return (state >>> 8) / 2 ** 24;
  };
}
