/** The longest task while a long article is annotated on a slow machine. */
import { generatePage } from './generated.ts';
import { type Lab, metricsOf, type Presence, rest } from './lab.ts';
import { ABOUT } from './pages.ts';
import type { Plan } from './plan.ts';
import { median, rounded } from './stats.ts';
import type { Errand, Task } from './trace.ts';
import { untilHighlighted } from './wait.ts';

/** 10,000 words of English, in UTF-16 units. */
const UNITS = 55_000;
const THROTTLING = 4;
const AFTERWARDS = 600;

/** Medians over loads, in milliseconds. */
export interface Throttled {
  throttling: number;
  words: number;
  longest: { on: number; off: number };
  /** The longest for the extension, by what it was for. */
  ours: Record<Errand, number>;
  /** All tasks of the page's main thread. */
  task: { on: number; off: number };
  /** What the longest task with the extension was made of, in the load with the longest. */
  parts: Task['parts'];
}

async function load(lab: Lab, presence: Presence) {
  const page = { name: 'long article', html: generatePage({ units: UNITS, about: ABOUT }), kind: 'generated' as const };
  // Times are counted from the tab's start; the trace goes on by its own.
  const open = await lab.open(page, presence, { throttling: THROTTLING, trace: true });
  if (presence === 'on') await untilHighlighted(open);
  await rest(open, AFTERWARDS);
  const { task } = await metricsOf(open);
  const words = await open.page.evaluate(() => document.body.textContent.split(/\s+/).length);
  const longest = await open.endTrace();
  await open.close();
  if (!longest) throw new Error('No trace was recorded.');
  return { words, task, longest };
}

/** Loads the article with the extension and without, in turn. */
export async function measureThrottled(lab: Lab, { slowPairs }: Plan): Promise<Throttled> {
  const loads: Record<Presence, Awaited<ReturnType<typeof load>>[]> = { on: [], off: [] };
  for (let pair = 0; pair < slowPairs; pair++) {
    for (const presence of ['on', 'off'] as const) loads[presence].push(await load(lab, presence));
  }
  const of = (figure: (one: (typeof loads)['on'][number]) => number) => ({
    on: rounded(median(loads.on.map(figure))),
    off: rounded(median(loads.off.map(figure))),
  });
  const [worst] = loads.on.toSorted((one, other) => other.longest.any.took - one.longest.any.took);
  const ours = (errand: Errand) => rounded(median(loads.on.map(({ longest }) => longest.ours[errand].took)));
  return {
    throttling: THROTTLING,
    words: worst?.words ?? 0,
    longest: of(({ longest }) => longest.any.took),
    ours: { gate: ours('gate'), scripts: ours('scripts'), message: ours('message'), reading: ours('reading') },
    task: of(({ task }) => task),
    parts: (worst?.longest.any.parts ?? []).map(({ name, took }) => ({ name, took: rounded(took) })),
  };
}
