/** How the time of finding grows: with the text, with the names known, with the mentions found. */

import { compileDictionary } from '../../lib/detection/compile/dictionary.ts';
import type { ComparedPage, Comparison } from './compare.ts';
import { generatePage } from './generated.ts';
import { call, inject } from './in-page.ts';
import { entriesIn, thinned } from './names.ts';
import { ABOUT, type MeasuredPage, sizeName } from './pages.ts';
import { growthPower, median, rounded } from './stats.ts';

/** One measurement of a row. */
export interface GrowthPoint {
  /** What was varied, as it is spoken of. */
  at: string;
  /** UTF-16 units, entries of the lexicon, or mentions. */
  amount: number;
  /** Warm time of finding, in milliseconds. */
  find: number;
  /** The power with which the time grows from the point before: 1 is linear. */
  power: number | undefined;
}

export interface Growth {
  text: GrowthPoint[];
  /** All the text in one paragraph. */
  oneBlock: GrowthPoint[];
  /** The lexicon of all languages, more than any page is given. */
  names: GrowthPoint[];
  mentions: GrowthPoint[];
}

const SHARES_OF_NAMES = [0.1, 0.5, 1];
const SHARES_ABOUT = [0.1, 0.4, 1];

function withPowers(points: readonly Omit<GrowthPoint, 'power'>[]): GrowthPoint[] {
  return points.map((point, index) => {
    const before = points[index - 1];
    const power = before && growthPower([before.amount, before.find], [point.amount, point.find]);
    return { ...point, find: rounded(point.find), power: power === undefined ? undefined : rounded(power) };
  });
}

async function timeFinding({ lab, source, plan }: Comparison, html: string, dictionary: Comparison['dictionary']) {
  const page: MeasuredPage = { name: 'growth', html, kind: 'generated' };
  const open = await lab.open(page, 'off');
  await inject(open, source);
  const { units, mentions, find } = await call(open, 'timeFinding', dictionary, plan.rounds);
  await open.close();
  return { units, mentions, find: median(find.warm) };
}

/** Measures growth; that with the text is taken from the pages that were compared. */
export async function measureGrowth(comparison: Comparison, compared: readonly ComparedPage[]): Promise<Growth> {
  const { dictionary, lexicon, plan } = comparison;
  const text = compared
    .filter(({ kind }) => kind === 'generated')
    .map(({ name, units, warm }) => ({ at: name, amount: units, find: warm.find }));

  const oneBlock: Omit<GrowthPoint, 'power'>[] = [];
  for (const units of [plan.growthUnits / 10, plan.growthUnits]) {
    const html = generatePage({ units, about: ABOUT, oneBlock: true });
    const { units: amount, find } = await timeFinding(comparison, html, dictionary);
    oneBlock.push({ at: sizeName(units), amount, find });
  }
  const names: Omit<GrowthPoint, 'power'>[] = [];
  const html = generatePage({ units: plan.growthUnits, about: ABOUT });
  for (const share of SHARES_OF_NAMES) {
    const part = thinned(lexicon, share);
    const { find } = await timeFinding(comparison, html, compileDictionary(part));
    names.push({ at: `${share * 100} %`, amount: entriesIn(part), find });
  }
  const mentions: Omit<GrowthPoint, 'power'>[] = [];
  for (const about of SHARES_ABOUT) {
    const { mentions: amount, find } = await timeFinding(
      comparison,
      generatePage({ units: plan.growthUnits, about }),
      dictionary,
    );
    mentions.push({ at: `${about * 100} % of the paragraphs`, amount, find });
  }
  return {
    text: withPowers(text),
    oneBlock: withPowers(oneBlock),
    names: withPowers(names),
    mentions: withPowers(mentions),
  };
}
