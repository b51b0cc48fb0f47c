import { expect, test } from 'vitest';
import { atDensity } from '../../../lib/annotation/density.ts';

const mentions = [
  { entity: 'treaty', section: 0, nth: 1 },
  { entity: 'russia', section: 0, nth: 2 },
  { entity: 'treaty', section: 0, nth: 3 },
  { entity: 'treaty', section: 1, nth: 4 },
  { entity: 'hrw', section: 1, nth: 5 },
  { entity: 'russia', section: 0, nth: 6 },
  { entity: 'treaty', section: 1, nth: 7, figure: {} },
];

test.each([
  ['each', [1, 2, 3, 4, 5, 6, 7]],
  ['section', [1, 2, 4, 5, 7]],
  ['page', [1, 2, 5, 7]],
] as const)('at density "%s"', (density, kept) => {
  expect(atDensity(mentions, density).map(({ nth }) => nth)).toEqual(kept);
});
