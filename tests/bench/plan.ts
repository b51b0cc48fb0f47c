/** How much is measured: a full run, and a quick one. */

export interface Plan {
  /** Every so many real pages, one is measured. */
  realEvery: number;
  /** Sizes of generated pages, in UTF-16 units of text. */
  sizes: readonly number[];
  /** Sizes of generated pages that are about other things. */
  silentSizes: readonly number[];
  /** Fresh loads of a generated page, for first runs. Real pages, which are many, and large ones are loaded once. */
  loads: number;
  /** Warm samples in each load; of large pages, `largeRounds`. */
  rounds: number;
  largeRounds: number;
  /** Time after which a rival is stopped, in milliseconds: on a real page, and on a generated one. */
  caps: { real: number; generated: number };
  /** Size of the page on which growth with names and mentions is measured, in UTF-16 units. */
  growthUnits: number;
  /** Loads with the extension on and as many with it off, of each page. */
  pairs: number;
  /** The same of the article on a slow machine, of which single loads differ most. */
  slowPairs: number;
  /** Sizes of generated pages, and how many real ones: about other things, for the extension's weight … */
  weighed: { sizes: readonly number[]; real: number };
  /** … and about the treaty, for its speed. */
  underlined: { sizes: readonly number[]; real: number };
}

/** From so many UTF-16 units on, a page is large. */
export const LARGE = 1_000_000;

export const FULL: Plan = {
  realEvery: 1,
  sizes: [10_000, 100_000, 1_000_000, 10_000_000],
  silentSizes: [10_000, 1_000_000],
  loads: 3,
  rounds: 5,
  largeRounds: 3,
  caps: { real: 150, generated: 1200 },
  growthUnits: 500_000,
  pairs: 3,
  slowPairs: 7,
  weighed: { sizes: [100_000], real: 1 },
  underlined: { sizes: [10_000, 100_000, 1_000_000], real: 2 },
};

export const QUICK: Plan = {
  realEvery: 15,
  sizes: [10_000, 100_000, 1_000_000],
  silentSizes: [100_000],
  loads: 1,
  rounds: 3,
  largeRounds: 2,
  caps: { real: 100, generated: 250 },
  growthUnits: 100_000,
  pairs: 1,
  slowPairs: 3,
  weighed: { sizes: [100_000], real: 0 },
  underlined: { sizes: [10_000, 100_000], real: 0 },
};
