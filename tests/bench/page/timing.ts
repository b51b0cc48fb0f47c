/** Measuring times within a page. */

/** The browser's clock is coarse (0.1 ms), so that quick work is repeated for at least so long, in milliseconds. */
const LEAST_SAMPLE = 5;
/** Repetitions in one sample at the most. */
const MOST_REPEATS = 5000;

/** Code is warm after so many calls, or after so long, in milliseconds: the engine has compiled it for speed by then. */
const WARMING = { calls: 100, time: 400 };

/** Keeps results from being optimised away. */
let sink = 0;

/** Time of one call, in milliseconds. */
export function timeOf(work: () => number): number {
  const start = performance.now();
  sink += work();
  return performance.now() - start;
}

/** Mean time of a call over as many as make a readable sample, in milliseconds. */
function sampleOf(work: () => number, repeats: number): number {
  const total = timeOf(() => {
    let sum = 0;
    for (let turn = 0; turn < repeats; turn++) sum += work();
    return sum;
  });
  return total / repeats;
}

/** Times of one kind of work, in milliseconds. */
export interface Times {
  /** The first call in the page. */
  cold: number;
  /** Later calls; each is the mean of a sample where calls are quick. */
  warm: number[];
}

/**
 * Times several kinds of work side by side: one after another in each round, so that what slows the machine for a while
 * slows all alike.
 * @param rounds warm samples of each
 */
export function timeRounds<Name extends string>(
  works: Record<Name, () => number>,
  rounds: number,
): Record<Name, Times> {
  const names = Object.keys(works) as Name[];
  const times = {} as Record<Name, Times>;
  for (const name of names) times[name] = { cold: timeOf(works[name]), warm: [] };
  const repeats = new Map<Name, number>();
  for (const name of names) {
    let calls = 0;
    let last = 0;
    for (const start = performance.now(); calls < WARMING.calls && performance.now() - start < WARMING.time; calls++) {
      last = timeOf(works[name]);
    }
    // Too quick for the clock: a second look.
    if (last < 1) last = sampleOf(works[name], WARMING.calls);
    repeats.set(name, Math.min(MOST_REPEATS, Math.max(1, Math.ceil(LEAST_SAMPLE / Math.max(last, 0.001)))));
  }
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name].warm.push(sampleOf(works[name], repeats.get(name) ?? 1));
  }
  return times;
}

/** What was summed up; reading it makes the work count. */
export function sunk(): number {
  return sink;
}
