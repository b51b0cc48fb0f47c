/** How soon names are underlined after a page has loaded, and whether that moves anything in it. */
import { type Lab, type OpenPage, rest } from './lab.ts';
import { generatedPage, realPages, spread } from './pages.ts';
import type { Plan } from './plan.ts';
import { median, rounded } from './stats.ts';

/** Time in which what is underlined would have moved what stands around it, in milliseconds. */
const AFTERWARDS = 300;
/** Pages are given up after so long, in milliseconds. */
const PATIENCE = 10_000;

/** Runs in the page before anything else, and notes when the first highlight is there and what has moved so far. */
const WATCH = `(() => {
  const watched = { shifts: 0, first: null };
  globalThis.benchWatched = watched;
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) watched.shifts += value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (CSS.highlights.has('treaty-lens-treaty')) watched.first = performance.now();
    else setTimeout(look, 4);
  };
  look();
})();`;

export interface Underlined {
  name: string;
  /** Milliseconds from the page's `load` event to the first underline, median; undefined when there was none. */
  afterLoad: number | undefined;
  /** The same from the moment at which the page was parsed. */
  afterParsed: number | undefined;
  /** Layout shift beyond that of the page itself, summed over all loads. */
  shift: number;
}

export interface Underlining {
  pages: Underlined[];
  /** A shift made on purpose, which shows that shifts would have been seen. */
  control: number;
}

interface Watched {
  shifts: number;
  first: number | null;
}

async function read({
  page,
}: OpenPage): Promise<{ afterLoad: number; afterParsed: number; shifts: number; found: boolean }> {
  return page.evaluate(() => {
    const { shifts, first } = (globalThis as unknown as { benchWatched: Watched }).benchWatched;
    const [timing] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const at = first ?? 0;
    return {
      found: first !== null,
      afterLoad: at - (timing?.loadEventEnd ?? 0),
      afterParsed: at - (timing?.domContentLoadedEventEnd ?? 0),
      shifts,
    };
  });
}

async function untilUnderlined({ page }: OpenPage): Promise<void> {
  await page
    .waitForFunction(
      () => (globalThis as unknown as { benchWatched: Watched }).benchWatched.first !== null,
      undefined,
      {
        timeout: PATIENCE,
      },
    )
    // A page that is never underlined is told of as such.
    .catch(() => {});
}

/** A push from above, for the observer to see. */
async function pushDown({ page }: OpenPage): Promise<void> {
  await page.evaluate(() => {
    const push = document.createElement('div');
    push.style.height = '120px';
    document.body.prepend(push);
  });
}

/** Loads pages about the treaty with the extension and without, in turn. */
export async function measureUnderlining(lab: Lab, { pairs, underlined }: Plan): Promise<Underlining> {
  const pages = [...spread(realPages(), underlined.real), ...underlined.sizes.map((size) => generatedPage(size))];
  const results: Underlined[] = [];
  let control = 0;
  for (const page of pages) {
    const loads: Awaited<ReturnType<typeof read>>[] = [];
    let shift = 0;
    for (let pair = 0; pair < pairs; pair++) {
      const on = await lab.open(page, 'on', { script: WATCH });
      await untilUnderlined(on);
      await rest(on, AFTERWARDS);
      const load = await read(on);
      await on.close();
      const off = await lab.open(page, 'off', { script: WATCH });
      await rest(off, AFTERWARDS);
      const bare = await read(off);
      if (control === 0) {
        await pushDown(off);
        await rest(off, AFTERWARDS);
        control = rounded((await read(off)).shifts - bare.shifts);
      }
      await off.close();
      loads.push(load);
      shift += load.shifts - bare.shifts;
    }
    const found = loads.filter((load) => load.found);
    const of = (kind: 'afterLoad' | 'afterParsed') =>
      found.length === 0 ? undefined : rounded(median(found.map((load) => load[kind])));
    results.push({
      name: page.name,
      afterLoad: of('afterLoad'),
      afterParsed: of('afterParsed'),
      shift: rounded(shift),
    });
  }
  return { pages: results, control };
}
