/** What is wanted of the figures. A run that misses one says so and does not fail. */
import type { ComparedPage, GatedPage } from './compare.ts';
import type { Growth, GrowthPoint } from './growth.ts';
import { median, rounded } from './stats.ts';
import type { Throttled } from './throttled.ts';
import type { Underlining } from './underline.ts';

export interface Wanted {
  what: string;
  wanted: string;
  /** The middle page's figure, and that of the page that does worst. */
  middle: number;
  worst: number;
  worstAt: string;
  /** Whether the middle page keeps it, and whether every page does. */
  met: 'by all' | 'by most' | 'no';
}

/** From so much text on, in UTF-16 units, growth is told: below, what every page costs hides it. */
const GROWTH_FROM = 50_000;
/** A power that is still called linear: measurements are not sharper. */
const LINEAR = 1.15;

interface Figure {
  at: string;
  value: number;
}

function judge(what: string, figures: readonly Figure[], limit: number, side: 'at most' | 'at least'): Wanted {
  const keeps = (value: number) => (side === 'at most' ? value <= limit : value >= limit);
  const byWorst = figures.toSorted((one, other) =>
    side === 'at most' ? other.value - one.value : one.value - other.value,
  );
  const middle = median(figures.map(({ value }) => value));
  const worst = byWorst[0] ?? { at: 'nowhere', value: Number.NaN };
  const met = figures.every(({ value }) => keeps(value)) ? 'by all' : keeps(middle) ? 'by most' : 'no';
  return {
    what,
    wanted: `${side} ${limit}`,
    middle: rounded(middle),
    worst: rounded(worst.value),
    worstAt: worst.at,
    met,
  };
}

/** Compares figures with what is wanted of them. */
export function judgeAll(
  compared: readonly ComparedPage[],
  silent: readonly GatedPage[],
  growth: Growth,
  underlining: Underlining,
  throttled: Throttled,
): Wanted[] {
  const ratios = <Times>(pages: readonly { name: string; warm: Times }[], ratio: (times: Times) => number) =>
    pages.map(({ name, warm }) => ({ at: name, value: ratio(warm) })).filter(({ value }) => Number.isFinite(value));
  const powers = (points: readonly GrowthPoint[]) =>
    points.flatMap(({ at, power, amount }) =>
      power === undefined || amount < GROWTH_FROM ? [] : [{ at, value: power }],
    );
  const annotated = compared.filter(({ mentions }) => mentions > 0);
  /** Both sides in a fresh process, as a reader's page has them. */
  const coldRatios = (pages: readonly ComparedPage[], ratio: (page: ComparedPage) => number) =>
    pages.map((page) => ({ at: page.name, value: ratio(page) })).filter(({ value }) => Number.isFinite(value));
  const drawn = annotated.filter(({ frame }) => frame !== undefined);
  return [
    judge(
      'first sieve / text, other pages',
      ratios(silent, ({ sieve, text }) => sieve / text),
      3,
      'at most',
    ),
    judge(
      'gate / text, pages about the treaty',
      ratios(compared, ({ gate, text }) => gate / text),
      3,
      'at most',
    ),
    judge(
      'gate / text, other pages',
      ratios(silent, ({ gate, text }) => gate / text),
      3,
      'at most',
    ),
    judge(
      'find / text',
      ratios(compared, ({ find, text }) => find / text),
      10,
      'at most',
    ),
    judge(
      'paint / find, script alone, warm',
      ratios(annotated, ({ paint, find }) => paint / find),
      1,
      'at most',
    ),
    judge(
      'mark.js / (find + paint), warm',
      ratios(annotated, ({ markjs, find, paint }) => markjs / (find + paint)),
      50,
      'at least',
    ),
    judge(
      'mark.js / (find + paint), cold',
      coldRatios(annotated, ({ cold: { markjs, find, paint } }) => markjs / (find + paint)),
      50,
      'at least',
    ),
    judge(
      '(paint + its frame) / find, cold',
      coldRatios(drawn, ({ cold: { paint, find }, frame = 0 }) => (paint + frame) / find),
      1,
      'at most',
    ),
    judge(
      '(paint + its frame) / find, frame cold, find warm',
      coldRatios(drawn, ({ warm: { paint, find }, frame = 0 }) => (paint + frame) / find),
      1,
      'at most',
    ),
    judge('power of growth with text', [...powers(growth.text), ...powers(growth.oneBlock)], LINEAR, 'at most'),
    judge(
      'power of growth with names',
      growth.names.flatMap(({ at, power }) => (power === undefined ? [] : [{ at, value: power }])),
      LINEAR,
      'at most',
    ),
    judge(
      'power of growth with mentions',
      growth.mentions.flatMap(({ at, power }) => (power === undefined ? [] : [{ at, value: power }])),
      LINEAR,
      'at most',
    ),
    judge(
      `longest task for the extension on a processor ${throttled.throttling} times slower, ms, median of loads`,
      Object.entries(throttled.ours).map(([at, value]) => ({ at, value })),
      50,
      'at most',
    ),
    judge(
      'layout shift',
      underlining.pages.map(({ name, shift }) => ({ at: name, value: shift })),
      0,
      'at most',
    ),
  ];
}
