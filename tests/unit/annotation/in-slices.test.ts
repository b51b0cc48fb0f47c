import { afterEach, describe, expect, test, vi } from 'vitest';
import { inSlices } from '../../../lib/annotation/in-slices.ts';
import type { Steps } from '../../../lib/detection/steps.ts';

/** Longer than any test's work: one slice holds it. */
const LONG = 60_000;

/** Work that counts its steps, and tells when it is left. */
function* counting(to: number, told: string[] = []): Steps<number, string> {
  try {
    for (let step = 1; step < to; step++) {
      told.push(`step ${step}`);
      yield step % 2 === 0 ? `so far ${step}` : undefined;
    }
    told.push(`step ${to}`);
    return to;
  } finally {
    told.push('left');
  }
}

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ['by messages', undefined],
  ['by the scheduler', { yield: () => Promise.resolve() }],
])('work in slices, pausing %s', (_, scheduler) => {
  test('gives its result, and the time that it took', async () => {
    vi.stubGlobal('scheduler', scheduler);
    const done = await inSlices(counting(5), new AbortController().signal, undefined, 0.000_001);
    expect(done?.result).toBe(5);
    expect(done?.took).toBeGreaterThan(0);
  });

  test('begins with none of it in the task at hand', async () => {
    vi.stubGlobal('scheduler', scheduler);
    const told: string[] = [];
    const done = inSlices(counting(3, told), new AbortController().signal, undefined, LONG);
    expect(told).toEqual([]);
    await done;
    expect(told).toEqual(['step 1', 'step 2', 'step 3', 'left']);
  });

  test('tells what it has meanwhile', async () => {
    vi.stubGlobal('scheduler', scheduler);
    const heard: string[] = [];
    await inSlices(counting(6), new AbortController().signal, (value) => heard.push(value));
    expect(heard).toEqual(['so far 2', 'so far 4']);
  });

  test('is given up at the next pause', async () => {
    vi.stubGlobal('scheduler', scheduler);
    const told: string[] = [];
    const abort = new AbortController();
    const done = await inSlices(counting(9, told), abort.signal, () => abort.abort(), 0.000_001);
    expect(done).toBeUndefined();
    expect(told).toEqual(['step 1', 'step 2', 'left']);
  });

  test('is not begun with where it is given up at once', async () => {
    vi.stubGlobal('scheduler', scheduler);
    const told: string[] = [];
    const abort = new AbortController();
    const done = inSlices(counting(9, told), abort.signal);
    abort.abort();
    expect(await done).toBeUndefined();
    expect(told).toEqual([]);
  });

  test('throws what it throws', async () => {
    vi.stubGlobal('scheduler', scheduler);
    // biome-ignore lint/correctness/useYield: work that fails before its first pause
    function* failing(): Steps<never> {
      throw new RangeError('broken');
    }
    await expect(inSlices(failing(), new AbortController().signal)).rejects.toThrow('broken');
  });
});

test.each([
  [LONG, 1],
  [0.000_001, 3],
])('three steps in slices of %d ms pause %d times', async (slice, pauses) => {
  const pause = vi.fn(() => Promise.resolve());
  vi.stubGlobal('scheduler', { yield: pause });
  await inSlices(counting(3), new AbortController().signal, undefined, slice);
  expect(pause).toHaveBeenCalledTimes(pauses);
});

test('other tasks have their turn in a pause', async () => {
  const told: string[] = [];
  function* endless(): Steps<never> {
    for (;;) yield;
  }
  const abort = new AbortController();
  setTimeout(() => {
    told.push('another task');
    abort.abort();
  });
  await inSlices(endless(), abort.signal, undefined, 1);
  expect(told).toEqual(['another task']);
});
