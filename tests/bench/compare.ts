/** The extension's steps beside two plain readings and two rivals, on the same pages in the same run. */

import type { Lexicon } from '../../lib/detection/compile/lexicon.ts';
import type { Dictionary } from '../../lib/detection/dictionary.ts';
import { call, inject } from './in-page.ts';
import { type Lab, metricsOf, type OpenPage } from './lab.ts';
import type { GateSide, PageTimes, Rival, Side } from './page/main.ts';
import type { RivalRun } from './page/rivals.ts';
import type { MeasuredPage } from './pages.ts';
import { LARGE, type Plan } from './plan.ts';
import { median, rounded } from './stats.ts';

export const SIDES: readonly Side[] = ['text', 'walk', 'sieve', 'gate', 'flow', 'find', 'paint'];
export const RIVALS: readonly Rival[] = ['expression', 'markjs'];

/** Medians in milliseconds, by what was timed. */
export type SideTimes = Record<Side | Rival, number>;

export interface ComparedPage {
  name: string;
  kind: MeasuredPage['kind'];
  /** UTF-16 units of the body's text. */
  units: number;
  mentions: number;
  admitted: boolean;
  /** First runs in a fresh process, and runs after them. */
  cold: SideTimes;
  warm: SideTimes;
  /** Making the detector in a fresh process, in milliseconds. */
  detector: number;
  /** The browser's own work in the frame after painting, in milliseconds: generated pages only. */
  frame: number | undefined;
  /**
   * Share of its work that a rival did before it was stopped, where it was; its time is then what all would have taken
   * at that pace.
   */
  stopped: Partial<Record<Rival, number>>;
}

/** A page about other things, which only the gate reads. Medians in milliseconds. */
export interface GatedPage {
  name: string;
  units: number;
  admitted: boolean;
  warm: Record<GateSide, number>;
}

/** What a comparison needs. */
export interface Comparison {
  lab: Lab;
  /** Source of the script for the pages. */
  source: string;
  /** What an English page is given. */
  dictionary: Dictionary;
  /** The names of all languages. */
  lexicon: Lexicon;
  /** The same names as plain strings. */
  names: readonly string[];
  plan: Plan;
}

const timeOfAll = ({ took, share }: RivalRun) => took / share;

/** Two frames, so that what the first has yet to draw is drawn. */
async function frames({ page }: OpenPage): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** What the browser does in the frames after painting, beyond what it does in any, in milliseconds. */
async function frameCost({ lab, source, dictionary }: Comparison, page: MeasuredPage): Promise<number> {
  const open = await lab.open(page, 'off');
  await inject(open, source);
  const spent = async (work: () => Promise<unknown>) => {
    const before = await metricsOf(open);
    await work();
    await frames(open);
    const after = await metricsOf(open);
    return after.task - before.task - (after.script - before.script);
  };
  // The first frames draw the page itself.
  await frames(open);
  await call(open, 'find', dictionary);
  const idle = await spent(() => call(open, 'sunk'));
  const painted = await spent(() => call(open, 'paint'));
  await open.close();
  return Math.max(0, painted - idle);
}

async function timeSides({ lab, source, dictionary, plan }: Comparison, page: MeasuredPage): Promise<PageTimes> {
  const open = await lab.open(page, 'off');
  await inject(open, source);
  const isLarge = page.html.length >= LARGE;
  const times = await call(open, 'timeSides', dictionary, isLarge ? plan.largeRounds : plan.rounds);
  await open.close();
  return times;
}

async function timeRivals({ lab, source, names, plan }: Comparison, page: MeasuredPage) {
  const open = await lab.open(page, 'off');
  await inject(open, source);
  const runs = await call(open, 'runRivals', names, plan.caps[page.kind]);
  await open.close();
  return runs;
}

/** Measures one page. */
export async function comparePage(comparison: Comparison, page: MeasuredPage): Promise<ComparedPage> {
  const { plan } = comparison;
  const loads: PageTimes[] = [];
  const first = await timeSides(comparison, page);
  loads.push(first);
  const more = (page.kind === 'real' || first.units >= LARGE ? 1 : plan.loads) - 1;
  for (let load = 0; load < more; load++) loads.push(await timeSides(comparison, page));
  const [cold, warm] = [{} as SideTimes, {} as SideTimes];
  for (const side of SIDES) {
    cold[side] = rounded(median(loads.map(({ sides }) => sides[side].cold)));
    warm[side] = rounded(median(loads.flatMap(({ sides }) => sides[side].warm)));
  }
  const stopped: ComparedPage['stopped'] = {};
  const rivals = await timeRivals(comparison, page);
  for (const rival of RIVALS) {
    const runs = rivals[rival];
    cold[rival] = rounded(timeOfAll(runs.cold));
    warm[rival] = rounded(timeOfAll(runs.warm));
    if (runs.warm.share < 1) stopped[rival] = rounded(runs.warm.share);
  }
  return {
    name: page.name,
    kind: page.kind,
    units: first.units,
    mentions: first.mentions,
    admitted: first.admitted,
    cold,
    warm,
    detector: rounded(median(loads.map(({ detector }) => detector))),
    frame: page.kind === 'generated' ? rounded(await frameCost(comparison, page)) : undefined,
    stopped,
  };
}

/** Measures the gate alone. */
export async function gatePage({ lab, source, plan }: Comparison, page: MeasuredPage): Promise<GatedPage> {
  const open = await lab.open(page, 'off');
  await inject(open, source);
  const { units, admitted, sides } = await call(open, 'timeGate', plan.rounds);
  await open.close();
  const warm = (side: GateSide) => rounded(median(sides[side].warm));
  return { name: page.name, units, admitted, warm: { text: warm('text'), sieve: warm('sieve'), gate: warm('gate') } };
}

/**
 * How many times longer each takes than each other: the median over pages of the ratio of their times.
 * @returns rows by what is compared, columns by what it is compared with
 */
export function ratiosOf(
  pages: readonly ComparedPage[],
  state: 'cold' | 'warm',
): Record<string, Record<string, number>> {
  const all = [...SIDES, ...RIVALS];
  const ratio = (one: Side | Rival, other: Side | Rival) =>
    rounded(median(pages.map((page) => page[state][one] / page[state][other]).filter(Number.isFinite)));
  return Object.fromEntries(
    all.map((one) => [one, Object.fromEntries(all.map((other) => [other, ratio(one, other)]))]),
  );
}
